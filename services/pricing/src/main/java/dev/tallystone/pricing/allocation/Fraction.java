package dev.tallystone.pricing.allocation;

import java.math.BigInteger;

/** An exact part of a whole, in lowest terms and never negative. */
record Fraction(BigInteger part, BigInteger whole) implements Comparable<Fraction> {

    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    Fraction {
        if (part.signum() < 0 || whole.signum() <= 0) {
            throw new IllegalArgumentException("no part of a whole: %s / %s".formatted(part, whole));
        }
        BigInteger shared = part.gcd(whole);
        part = part.divide(shared);
        whole = whole.divide(shared);
    }

    Fraction plus(Fraction other) {
        return new Fraction(part.multiply(other.whole).add(other.part.multiply(whole)), whole.multiply(other.whole));
    }

    Fraction minus(Fraction other) {
        return new Fraction(part.multiply(other.whole).subtract(other.part.multiply(whole)),
                whole.multiply(other.whole));
    }

    Fraction over(long count) {
        return new Fraction(part, whole.multiply(BigInteger.valueOf(count)));
    }

    Fraction over(Fraction other) {
        return new Fraction(part.multiply(other.whole), whole.multiply(other.part));
    }

    boolean isZero() {
        return part.signum() == 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return part.multiply(other.whole).compareTo(other.part.multiply(whole));
    }
}
