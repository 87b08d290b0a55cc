package dev.tallystone.pricing.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Demand of busy minutes as multiples of what is committed: 1 fills it, above 1 exceeds it.
 *
 * @param demands
 *            one for each busy minute
 * @param minutes
 *            in all
 */
record Load(List<BigDecimal> demands, long minutes) {

    static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final int SHOWN_DECIMALS = 6;
    private static final int P99 = 99;

    static BigDecimal ratio(long demanded, BigDecimal committed) {
        return BigDecimal.valueOf(demanded).divide(committed, PRECISION);
    }

    /** How much of what was committed served something, 0 to 1. */
    BigDecimal utilisation() {
        return minutes == 0
                ? BigDecimal.ZERO
                : demands.stream()
                        .map(demand -> demand.min(BigDecimal.ONE))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(minutes), SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The part of a minute's demand that does not fit. */
    static BigDecimal excess(BigDecimal demand) {
        return demand.compareTo(BigDecimal.ONE) <= 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE.subtract(BigDecimal.ONE.divide(demand, PRECISION));
    }

    long minutesAtRisk() {
        return demands.stream().filter(demand -> demand.compareTo(BigDecimal.ONE) > 0).count();
    }

    /** What is left in the busiest of 99 in 100 minutes. */
    BigDecimal headroom() {
        List<BigDecimal> sorted = demands.stream().sorted().toList();
        long rank = Math.ceilDiv(minutes * P99, 100) - (minutes - sorted.size());
        BigDecimal p99 = rank < 1 ? BigDecimal.ZERO : sorted.get((int) Math.min(rank, sorted.size()) - 1);
        return BigDecimal.ONE.subtract(p99).setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
