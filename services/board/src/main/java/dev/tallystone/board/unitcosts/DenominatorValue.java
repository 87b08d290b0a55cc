package dev.tallystone.board.unitcosts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How many there were in a stretch of time: full minutes, or whole UTC days if it is longer than a day, because past
 * cost is kept so.
 *
 * @param value
 *            0 is a value: without it a quiet hour would look like a missing one
 */
public record DenominatorValue(DenominatorKey key, Stretch stretch, BigDecimal value) {

    /** The longest stretch. */
    public static final Duration MAX_LENGTH = Duration.ofDays(31);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_DECIMALS = 15;
    private static final int MAX_DIGITS = 30;
    private static final int MAX_TEXT = 50;

    public DenominatorValue {
        checkEdges(stretch);
        if (stretch.length().compareTo(MAX_LENGTH) > 0) {
            throw new IllegalArgumentException("a stretch must be %d days or shorter, not %s".formatted(
                    MAX_LENGTH.toDays(), stretch));
        }
        checkSize(value);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("value must be 0 or more, not " + value);
        }
    }

    /**
     * Reads a decimal such as {@code 1250}. Its length and exponent are judged before anything is computed with it.
     *
     * @throws IllegalArgumentException
     *             saying what would have been right
     */
    public static BigDecimal decimal(String text) {
        try {
            if (text.length() <= MAX_TEXT) {
                return checkSize(new BigDecimal(text));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("value must be a decimal such as 1250, not '%s'".formatted(text), e);
        }
        throw new IllegalArgumentException("value must have %d characters or fewer, not %d".formatted(MAX_TEXT,
                text.length()));
    }

    private static BigDecimal checkSize(BigDecimal value) {
        if (Math.abs((long) value.scale()) > MAX_DECIMALS || value.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException("value must have at most %d decimals and %d digits, not %s".formatted(
                    MAX_DECIMALS, MAX_DIGITS, value));
        }
        return value;
    }

    private static void checkEdges(Stretch stretch) {
        boolean days = stretch.length().compareTo(DAY) > 0;
        ChronoUnit unit = days ? ChronoUnit.DAYS : ChronoUnit.MINUTES;
        check("from", stretch.from(), unit);
        check("until", stretch.until(), unit);
    }

    private static void check(String edge, Instant time, ChronoUnit unit) {
        if (!time.truncatedTo(unit).equals(time)) {
            throw new IllegalArgumentException(unit == ChronoUnit.DAYS
                    ? "%s of a stretch longer than a day must be a UTC midnight, not %s".formatted(edge, time)
                    : "%s must be on a full minute, not %s".formatted(edge, time));
        }
    }
}
