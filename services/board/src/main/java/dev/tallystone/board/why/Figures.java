package dev.tallystone.board.why;

import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers in sentences, rounded half-even. */
final class Figures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SMALL_USD_DECIMALS = 6;

    private Figures() {}

    /** A move of a count. */
    static String went(Ratio count) {
        return went(count.before(), count.after(), count(count.before()), count(count.after()));
    }

    static String went(Usd before, Usd after) {
        return went(before, after, usd(before), usd(after));
    }

    static String wentShare(BigDecimal before, BigDecimal after) {
        return went(before, after, percent(before), percent(after));
    }

    static String wentAverage(BigDecimal before, BigDecimal after) {
        return went(before, after, average(before), average(after));
    }

    static String wentPrice(BigDecimal before, BigDecimal after, String unit) {
        return went(before, after, price(before), price(after) + unit);
    }

    /** By the exact numbers, not by how they show. */
    private static <T extends Comparable<T>> String went(T before, T after, String shownBefore, String shownAfter) {
        int order = before.compareTo(after);
        return order == 0
                ? "stayed at " + shownAfter
                : "%s from %s to %s".formatted(order < 0 ? "rose" : "fell", shownBefore, shownAfter);
    }

    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, MathContext.DECIMAL64).stripTrailingZeros();
    }

    /** One decimal, so that 62 % shows as {@code 62.0 %}. */
    static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " %";
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String average(BigDecimal average) {
        return String.format(Locale.ROOT, "%,.1f", average.setScale(1, RoundingMode.HALF_EVEN))
                .replaceFirst("\\.0$", "");
    }

    /** Exact, at least cents. */
    private static String price(BigDecimal usd) {
        return decimals(usd, Math.max(2, usd.stripTrailingZeros().scale()));
    }

    /** Money: cents, or six decimals below a dollar. */
    static String usd(Usd usd) {
        boolean small = usd.amount().abs().compareTo(BigDecimal.ONE) < 0 && usd.amount().scale() > 2;
        return decimals(usd.amount(), small ? SMALL_USD_DECIMALS : 2);
    }

    private static String decimals(BigDecimal usd, int decimals) {
        return (usd.signum() < 0 ? "-$" : "$") + String
                .format(Locale.ROOT, "%,." + decimals + "f", usd.abs().setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** Such as {@code 3 times}. */
    static String times(Ratio count) {
        BigDecimal factor = BigDecimal.valueOf(count.after())
                .divide(BigDecimal.valueOf(count.before()), 1, RoundingMode.HALF_EVEN);
        return factor.toPlainString().replaceFirst("\\.0$", "") + " times";
    }
}
