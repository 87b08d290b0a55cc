package dev.tallystone.pricing.allocation;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Divides money so that the parts add up to the whole, to the last digit: each part is rounded down, and what is left
 * goes, one last digit each, to those from which rounding took most. Of equals, the first listed gets it.
 */
final class LargestRemainder {

    /** Decimals of each part; more only where the whole itself has more. */
    static final int SCALE = 10;

    private LargestRemainder() {}

    /** Each of the four costs by the same fractions, which must add up to one. */
    static List<Costs> divide(Costs whole, List<Fraction> fractions) {
        if (!fractions.stream().reduce(Fraction.ZERO, Fraction::plus).isOne()) {
            throw new IllegalArgumentException("parts must add up to one: " + fractions);
        }
        List<Usd> list = divide(whole, Costs::list, fractions);
        List<Usd> contracted = divide(whole, Costs::contracted, fractions);
        List<Usd> effective = divide(whole, Costs::effective, fractions);
        List<Usd> billed = divide(whole, Costs::billed, fractions);
        return IntStream.range(0, fractions.size())
                .mapToObj(i -> new Costs(list.get(i), contracted.get(i), effective.get(i), billed.get(i)))
                .toList();
    }

    private static List<Usd> divide(Costs costs, Function<Costs, Usd> cost, List<Fraction> fractions) {
        BigDecimal amount = cost.apply(costs).amount();
        int scale = Math.max(SCALE, amount.scale());
        BigInteger digits = amount.setScale(scale).unscaledValue();
        return divide(digits, fractions).stream().map(part -> new Usd(new BigDecimal(part, scale))).toList();
    }

    private static List<BigInteger> divide(BigInteger digits, List<Fraction> fractions) {
        var parts = new ArrayList<BigInteger>();
        var remainders = new ArrayList<Fraction>();
        BigInteger left = digits;
        for (Fraction fraction : fractions) {
            BigInteger[] rounded = digits.multiply(fraction.part()).divideAndRemainder(fraction.whole());
            parts.add(rounded[0]);
            remainders.add(new Fraction(rounded[1], fraction.whole()));
            left = left.subtract(rounded[0]);
        }
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get).reversed()) // stable: of equals the first
                .limit(left.intValueExact())
                .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        return parts;
    }
}
