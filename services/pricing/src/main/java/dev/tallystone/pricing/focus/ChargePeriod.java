package dev.tallystone.pricing.focus;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When something was charged: whole seconds within one UTC month, since a month is what is billed.
 *
 * @param from
 *            first moment
 * @param until
 *            first moment after it
 */
public record ChargePeriod(Instant from, Instant until) {

    private static final Duration HOUR = Duration.ofHours(1);

    public ChargePeriod {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period must begin (%s) before it ends (%s)".formatted(from, until));
        }
        if (!from.equals(from.truncatedTo(ChronoUnit.SECONDS))
                || !until.equals(until.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "a period must begin and end on whole seconds, not %s to %s".formatted(from, until));
        }
    }

    /** From the second in which a time begins to the end of that in which it ends. */
    public static ChargePeriod around(Instant from, Instant until) {
        Instant end = until.truncatedTo(ChronoUnit.SECONDS);
        return new ChargePeriod(from.truncatedTo(ChronoUnit.SECONDS), end.equals(until) ? end : end.plusSeconds(1));
    }

    /**
     * What was used is billed in the month in which it was.
     *
     * @throws IllegalArgumentException
     *             when it does not lie within one UTC month
     */
    void requireOneMonth() {
        Instant next = startOf(month().plusMonths(1));
        if (until.isAfter(next)) {
            throw new IllegalArgumentException("a period must lie within one UTC month, not %s to %s; split it at %s"
                    .formatted(from, until, next));
        }
    }

    /** The whole of a month. */
    public static ChargePeriod of(YearMonth month) {
        return new ChargePeriod(startOf(month), startOf(month.plusMonths(1)));
    }

    /** The month in which it begins. */
    public YearMonth month() {
        return monthOf(from);
    }

    /**
     * How many hours it has.
     *
     * @throws IllegalArgumentException
     *             when they are not whole
     */
    long wholeHours() {
        Duration length = Duration.between(from, until);
        if (!length.equals(HOUR.multipliedBy(length.toHours()))) {
            throw new IllegalArgumentException("%s to %s must be whole hours".formatted(from, until));
        }
        return length.toHours();
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
