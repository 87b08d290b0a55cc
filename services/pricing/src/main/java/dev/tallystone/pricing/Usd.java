package dev.tallystone.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount of US dollars, equal by value: 1.0 and 1.00 are the same money. Never rounded inside.
 *
 * @param amount
 *            without trailing zeros
 */
public record Usd(BigDecimal amount) implements Comparable<Usd> {

    /** No money. */
    public static final Usd ZERO = new Usd(BigDecimal.ZERO);

    public Usd {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** From a decimal such as {@code 0.055}. */
    public static Usd of(String decimal) {
        return new Usd(new BigDecimal(decimal));
    }

    /** The sum. */
    public Usd plus(Usd other) {
        return new Usd(amount.add(other.amount));
    }

    /** The difference, which may be negative. */
    public Usd minus(Usd other) {
        return new Usd(amount.subtract(other.amount));
    }

    /** This amount so many times over. */
    public Usd times(long count) {
        return new Usd(amount.multiply(BigDecimal.valueOf(count)));
    }

    /** This amount times an exact factor. */
    public Usd times(BigDecimal factor) {
        return new Usd(amount.multiply(factor));
    }

    /** Whether it is more than nothing. */
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** For showing: half to even, to so many decimals. */
    public BigDecimal rounded(int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** How large a part of {@code whole} this is, to four decimals; zero when the whole is nothing. */
    public BigDecimal ratioTo(Usd whole) {
        return whole.amount.signum() == 0
                ? BigDecimal.ZERO
                : amount.divide(whole.amount, 4, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Usd other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return "$" + amount.toPlainString();
    }
}
