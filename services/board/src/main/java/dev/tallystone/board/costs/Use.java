package dev.tallystone.board.costs;

import java.math.BigDecimal;

/**
 * How much of owned capacity served calls.
 *
 * @param used
 *            in its pricing unit; 0 if and only if {@code consumed} is
 * @param consumed
 *            tokens or images
 * @param method
 *            how that was found, for people
 */
record Use(BigDecimal used, long consumed, String method) {

    static final String BY_DAY = "by whole day";

    static Use of(BigDecimal used, long consumed, String method) {
        return consumed == 0 || used.signum() == 0
                ? new Use(BigDecimal.ZERO, 0, method)
                : new Use(used, consumed, method);
    }
}
