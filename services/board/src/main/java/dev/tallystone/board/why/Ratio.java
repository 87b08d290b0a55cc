package dev.tallystone.board.why;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a count changed. */
record Ratio(long before, long after) {

    /** So many that states which are equal in truth are equal once rounded. */
    private static final int WORKING_DECIMALS = 30;

    static final Ratio NONE = new Ratio(0, 0);

    static Ratio before(long count) {
        return new Ratio(count, 0);
    }

    static Ratio after(long count) {
        return new Ratio(0, count);
    }

    Ratio plus(Ratio other) {
        return new Ratio(Math.addExact(before, other.before), Math.addExact(after, other.after));
    }

    /** Whether there was any in both. */
    boolean isInBoth() {
        return before != 0 && after != 0;
    }

    /**
     * {@code old} changed in this ratio; {@code now} where it tells of nothing before, {@code old} of nothing at all.
     */
    BigDecimal scale(BigDecimal old, BigDecimal now) {
        if (before == after) {
            return old;
        }
        return before == 0
                ? now
                : old.multiply(BigDecimal.valueOf(after))
                        .divide(BigDecimal.valueOf(before), Math.max(WORKING_DECIMALS, old.scale()),
                                RoundingMode.HALF_EVEN);
    }

    /** A count changed in this ratio. */
    BigDecimal scale(long count) {
        return scale(BigDecimal.valueOf(count), BigDecimal.ZERO);
    }
}
