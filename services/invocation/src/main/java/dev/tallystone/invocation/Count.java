package dev.tallystone.invocation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Reads a count from JSON. Whole numbers in any spelling are taken ({@code 12}, {@code 12.0}, {@code 1e3},
 * {@code "12"}); a value that is no count comes back as a negative number that stands for its {@link RejectionReason},
 * so that the hot path allocates nothing.
 */
final class Count {

    static final long ABSENT = -1;
    /** No single call has more tokens, images or milliseconds. */
    static final long MAX = 1_000_000_000;
    private static final int MAX_DIGITS = 18;
    /** Longer spellings of a number are refused unread: a million digits would take minutes to convert. */
    private static final int MAX_LENGTH = 40;

    private Count() {}

    static long parse(byte[] data, int from, int to) {
        return switch (data[from]) {
            case '"' -> number(data, from + 1, to - 1);
            case '{', '[', 't', 'f' -> rejected(RejectionReason.BAD_TYPE);
            default -> number(data, from, to);
        };
    }

    static boolean isRejected(long count) {
        return count < ABSENT;
    }

    static RejectionReason rejection(long count) {
        return RejectionReason.ALL.get(Math.toIntExact(-2 - count));
    }

    private static long rejected(RejectionReason reason) {
        return -2L - reason.ordinal();
    }

    private static long number(byte[] data, int from, int to) {
        if (to - from > MAX_DIGITS || to == from) {
            return slowNumber(data, from, to);
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = data[i] - '0';
            if (digit < 0 || digit > 9) {
                return slowNumber(data, from, to);
            }
            value = value * 10 + digit;
        }
        return value > MAX ? rejected(RejectionReason.COUNT_IMPLAUSIBLE) : value;
    }

    private static long slowNumber(byte[] data, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean ofNumber = (data[i] >= '0' && data[i] <= '9') || "+-.eE".indexOf(data[i]) >= 0;
            if (!ofNumber) {
                return rejected(RejectionReason.NOT_INTEGER);
            }
        }
        if (to - from > MAX_LENGTH) {
            return rejected(RejectionReason.COUNT_OVERFLOW);
        }
        try {
            return judged(new BigDecimal(new String(data, from, to - from, StandardCharsets.US_ASCII)));
        } catch (NumberFormatException e) {
            return rejected(RejectionReason.NOT_INTEGER);
        }
    }

    /** Decides by sign, magnitude and scale before any conversion: {@code 1e100000000} must cost nothing. */
    private static long judged(BigDecimal number) {
        if (number.signum() <= 0) {
            return number.signum() == 0 ? 0 : rejected(RejectionReason.NEGATIVE_COUNT);
        }
        if ((long) number.precision() - number.scale() > MAX_DIGITS + 1) {
            return rejected(RejectionReason.COUNT_OVERFLOW);
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return rejected(RejectionReason.NOT_INTEGER);
        }
        if (plain.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return rejected(RejectionReason.COUNT_OVERFLOW);
        }
        return plain.longValue() > MAX ? rejected(RejectionReason.COUNT_IMPLAUSIBLE) : plain.longValue();
    }
}
