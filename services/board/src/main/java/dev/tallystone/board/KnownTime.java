package dev.tallystone.board;

import dev.tallystone.metering.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Of which stretches of the past it is known what was used: minutes of the last day, before it whole UTC days.
 *
 * @param since
 *            when counting began: of earlier calls it is not known whether they are all
 * @param minutesSince
 *            the first minute that is kept
 * @param until
 *            behind the last full minute
 */
public record KnownTime(Instant since, Instant minutesSince, Instant until) {

    static KnownTime of(Instant since, Instant asOf) {
        Instant until = asOf.truncatedTo(ChronoUnit.MINUTES);
        return new KnownTime(since, until.minus(Window.ONE_DAY.length()), until);
    }

    /** Whether a stretch can begin here, if it is long enough. */
    public boolean isBegin(Instant from) {
        return !from.isBefore(since) && (!from.isBefore(minutesSince) || isMidnight(from));
    }

    /** Whether a stretch with a right begin can end here. */
    public boolean isEnd(Instant from, Instant end) {
        return !end.isAfter(until)
                && (isMidnight(end) || !from.isBefore(minutesSince) || !midnight(end).isBefore(minutesSince));
    }

    /** Where the whole days of a stretch end and its minutes begin. */
    Instant minutesFrom(Instant from, Instant end) {
        if (isBegin(from) && isEnd(from, end)) {
            return from.isBefore(minutesSince) ? midnight(end) : from;
        }
        throw new IllegalArgumentException("of %s to %s it is not known what was used".formatted(from, end));
    }

    private static boolean isMidnight(Instant time) {
        return midnight(time).equals(time);
    }

    private static Instant midnight(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }
}
