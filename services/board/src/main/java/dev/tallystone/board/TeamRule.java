package dev.tallystone.board;

import dev.tallystone.board.Attribution.DecidedBy;
import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.ModelId;
import dev.tallystone.metering.CellHistory;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Calls of an identity belong to a team, during a time. Stronger than what a caller writes into its metadata. Added
 * today, it charges last month's calls too.
 *
 * @param by
 *            {@link DecidedBy#PROFILE} or {@link DecidedBy#PRINCIPAL}: what kind of identity it is
 * @param identity
 *            the ARN of an application inference profile, or the principal as tallied
 * @param from
 *            first moment in event time, {@link Instant#MIN} for always
 * @param until
 *            first moment at which it no longer holds, {@link Instant#MAX} for never
 */
public record TeamRule(DecidedBy by, String identity, String team, Instant from, Instant until) {

    public TeamRule {
        judge(by, identity);
        if (team.isBlank() || Teams.RESERVED.contains(team)) {
            throw new IllegalArgumentException(
                    "team must be a name, and none of %s, which mean what no team has; not '%s'"
                            .formatted(Teams.RESERVED, team));
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("until must lie behind from (%s), not be %s".formatted(from, until));
        }
        judge("from", from);
        judge("until", until);
    }

    /** A rule that always holds. */
    public static TeamRule ofPrincipal(String principal, String team) {
        return new TeamRule(DecidedBy.PRINCIPAL, principal, team, Instant.MIN, Instant.MAX);
    }

    /** A rule that always holds. */
    public static TeamRule ofProfile(String arn, String team) {
        return new TeamRule(DecidedBy.PROFILE, arn, team, Instant.MIN, Instant.MAX);
    }

    /** The same from one moment until another. */
    public TeamRule during(Instant first, Instant end) {
        return new TeamRule(by, identity, team, first, end);
    }

    private static void judge(DecidedBy by, String identity) {
        switch (by) {
            case PROFILE -> judgeProfile(identity);
            case PRINCIPAL -> judgePrincipal(identity);
            case METADATA, NONE -> throw new IllegalArgumentException(
                    "a rule names a profile or a principal, not " + by.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void judgeProfile(String arn) {
        if (!(ModelId.parse(arn) instanceof ModelId.Hidden(String kind, _))
                || !kind.equals("application-inference-profile")) {
            throw new IllegalArgumentException(("profile must be an ARN such as arn:aws:bedrock:us-west-2:111122223333:"
                    + "application-inference-profile/abc, not '%s'").formatted(arn));
        }
    }

    /** Sessions are never tallied, so a rule that names one would never hold. */
    private static void judgePrincipal(String principal) {
        boolean session = principal.startsWith("assumed-role/") && principal.chars().filter(c -> c == '/').count() > 1;
        if (principal.isBlank() || principal.startsWith("arn:") || session
                || principal.equals(Caller.OTHER.principal())) {
            throw new IllegalArgumentException(
                    "principal must be assumed-role/<role> without its session, user/<name> or root, not '%s'"
                            .formatted(principal));
        }
    }

    /** A minute is the finest that is kept a day, so no sum is cut within one. */
    private static void judge(String key, Instant at) {
        boolean dated = at.isAfter(Instant.MIN) && at.isBefore(Instant.MAX);
        if (dated && (at.getNano() != 0 || at.getEpochSecond() * 1_000 % CellHistory.MINUTE_MS != 0)) {
            throw new IllegalArgumentException("%s must fall on a full minute, not %s".formatted(key, at));
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** Whether both would decide the same calls. */
    boolean meets(TeamRule other) {
        return by == other.by && identity.equals(other.identity) && from.isBefore(other.until)
                && other.from.isBefore(until);
    }

    /** For people. */
    String period() {
        return "from %s until %s".formatted(from.equals(Instant.MIN) ? "always" : from,
                until.equals(Instant.MAX) ? "further notice" : until);
    }

    /** When it begins and when it ends, as far as it does. */
    Stream<Instant> changes() {
        return Stream.of(from, until).filter(at -> at.isAfter(Instant.MIN) && at.isBefore(Instant.MAX));
    }
}
