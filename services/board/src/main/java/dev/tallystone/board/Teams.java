package dev.tallystone.board;

import dev.tallystone.board.Attribution.DecidedBy;
import dev.tallystone.invocation.Caller;
import dev.tallystone.metering.Cell;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.allocation.HourAllocation;
import dev.tallystone.pricing.standing.StandingCharge;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is charged: by the rule of the profile that was called, else by that of the principal, else by
 * {@code requestMetadata.team}, else nobody yet. Rules hold by event time; epochs are cut where they change. Remembers
 * what it has looked up. One thread.
 */
final class Teams {

    /** A team of its own, never {@code other}: somebody must take these. */
    static final String UNALLOCATED = "unallocated";

    /** Lines that are no teams; nobody gets onto one by writing its name into metadata. */
    static final Set<String> RESERVED = new TreeSet<>(Set.of(UNALLOCATED, "other", HourAllocation.IDLE));

    private static final int MAX_REMEMBERED = 200_000;

    private record Called(String model, Caller caller, int epoch) {}

    private final Map<String, List<TeamRule>> byProfile;
    private final Map<String, List<TeamRule>> byPrincipal;
    private final Set<String> configured;
    private final int metadataIndex;
    private final Pricer pricer;
    private final Map<Called, Attribution> remembered = new HashMap<>();

    Teams(BoardSettings settings, Pricer pricer) {
        List<TeamRule> rules = settings.teamRules();
        this.byProfile = byIdentity(rules, DecidedBy.PROFILE);
        this.byPrincipal = byIdentity(rules, DecidedBy.PRINCIPAL);
        this.configured = Stream
                .concat(rules.stream().map(TeamRule::team), settings.standing().stream().map(StandingCharge::owner))
                .collect(Collectors.toUnmodifiableSet());
        this.metadataIndex = settings.metadataKeys().indexOf("team");
        this.pricer = pricer;
    }

    private static Map<String, List<TeamRule>> byIdentity(List<TeamRule> rules, DecidedBy by) {
        return rules.stream().filter(rule -> rule.by() == by).collect(Collectors.groupingBy(TeamRule::identity));
    }

    /** Where sums must be cut, so that each rule decides what was called while it held. */
    static List<Instant> changes(List<TeamRule> rules) {
        return rules.stream().flatMap(TeamRule::changes).sorted().distinct().toList();
    }

    /** Whose name is kept when there are too many: ours and those of the configuration before what callers write. */
    int rank(String team) {
        if (team.equals(UNALLOCATED)) {
            return 0;
        }
        return configured.contains(team) ? 1 : 2;
    }

    /** Who is charged for a cell's calls of one epoch. */
    Attribution of(Cell cell, int epoch) {
        if (remembered.size() > MAX_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(new Called(cell.model(), cell.caller(), epoch), this::decide);
    }

    private Attribution decide(Called called) {
        Instant at = pricer.momentOf(called.epoch);
        String stated = stated(called.caller);
        for (TeamRule rule : byProfile.getOrDefault(called.model, List.of())) {
            if (rule.holds(at)) {
                return new Attribution(rule.team(), DecidedBy.PROFILE, stated);
            }
        }
        for (TeamRule rule : byPrincipal.getOrDefault(called.caller.principal(), List.of())) {
            if (rule.holds(at)) {
                return new Attribution(rule.team(), DecidedBy.PRINCIPAL, stated);
            }
        }
        return stated.isEmpty()
                ? new Attribution(UNALLOCATED, DecidedBy.NONE, "")
                : new Attribution(stated, DecidedBy.METADATA, stated);
    }

    private String stated(Caller caller) {
        String team = metadataIndex < 0 ? "" : caller.metadata(metadataIndex);
        return team.isBlank() || RESERVED.contains(team) ? "" : team;
    }
}
