package dev.tallystone.pricing.allocation;

import java.math.BigInteger;

/**
 * An exact part of a whole, never negative. It is not brought to lowest terms: those of one hour have one whole, of a
 * thousand bits where every minute was overloaded, and are then added and compared at once.
 */
record Fraction(BigInteger part, BigInteger whole) implements Comparable<Fraction> {

    /** Nothing of anything. */
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    Fraction {
        if (part.signum() < 0 || whole.signum() <= 0) {
            throw new IllegalArgumentException("no part of a whole: %s / %s".formatted(part, whole));
        }
    }

    Fraction plus(Fraction other) {
        if (isZero() || whole.equals(other.whole)) {
            return new Fraction(part.add(other.part), other.whole);
        }
        return new Fraction(part.multiply(other.whole).add(other.part.multiply(whole)), whole.multiply(other.whole));
    }

    /** What is left of one. */
    Fraction rest() {
        return new Fraction(whole.subtract(part), whole);
    }

    Fraction over(long count) {
        return new Fraction(part, whole.multiply(BigInteger.valueOf(count)));
    }

    Fraction over(Fraction other) {
        return new Fraction(part.multiply(other.whole), whole.multiply(other.part));
    }

    boolean isOne() {
        return part.equals(whole);
    }

    boolean isZero() {
        return part.signum() == 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return whole.equals(other.whole)
                ? part.compareTo(other.part)
                : part.multiply(other.whole).compareTo(other.part.multiply(whole));
    }
}
