package dev.tallystone.tallystone.config;

import static dev.tallystone.tallystone.config.Values.instant;
import static dev.tallystone.tallystone.config.Values.present;

import dev.tallystone.board.Attribution.DecidedBy;
import dev.tallystone.board.TeamRule;
import dev.tallystone.tallystone.config.ConfigText.TeamText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose calls an identity's are: either of an application inference profile, or of a principal. */
final class TeamRuleOf {

    private TeamRuleOf() {}

    static TeamRule text(String key, TeamText text) {
        String team = present(key + ".team", text.team());
        Instant from = instantOr(key + ".from", text.from(), Instant.MIN);
        Instant until = instantOr(key + ".until", text.until(), Instant.MAX);
        String profile = text.profile();
        String principal = text.principal();
        if (profile != null && principal == null) {
            return rule(key, DecidedBy.PROFILE, profile, team, from, until);
        }
        if (principal != null && profile == null) {
            return rule(key, DecidedBy.PRINCIPAL, principal, team, from, until);
        }
        throw new IllegalArgumentException("%s must set either profile or principal, and sets %s".formatted(key,
                profile == null ? "neither" : "both"));
    }

    /** What a rule says of itself begins with the name of a key. */
    private static TeamRule rule(String key, DecidedBy by, String identity, String team, Instant from,
            Instant until) {
        try {
            return new TeamRule(by, identity, team, from, until);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s.%s".formatted(key, e.getMessage()), e);
        }
    }

    private static Instant instantOr(String key, @Nullable String text, Instant otherwise) {
        return text == null ? otherwise : instant(key, text);
    }
}
