package dev.tallystone.board;

import dev.tallystone.invocation.Caller;
import java.util.List;

/** Who is charged: by caller rule, else by {@code requestMetadata.team}, else nobody yet. */
final class Teams {

    /** A team of its own, never {@code other}: somebody must take these. */
    static final String UNALLOCATED = "unallocated";

    private final List<TeamRule> rules;
    private final int metadataIndex;

    Teams(BoardSettings settings) {
        this.rules = settings.teamRules();
        this.metadataIndex = settings.metadataKeys().indexOf("team");
    }

    /** Whose name is kept when there are too many: ours and those of the rules before what callers write. */
    int rank(String team) {
        if (team.equals(UNALLOCATED)) {
            return 0;
        }
        return rules.stream().anyMatch(rule -> rule.team().equals(team)) ? 1 : 2;
    }

    String teamOf(Caller caller) {
        String stated = metadataIndex < 0 ? "" : caller.metadata(metadataIndex);
        return rules.stream()
                .filter(rule -> rule.principal().equals(caller.principal()))
                .map(TeamRule::team)
                .findFirst()
                .orElse(stated.isEmpty() ? UNALLOCATED : stated);
    }
}
