package dev.tallystone.board.options;

import dev.tallystone.board.options.OptionTable.TrafficShape;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** Measures how steady traffic is. For showing: rounded to four decimals. */
final class Shape {

    private static final BigDecimal CONTINUOUS = new BigDecimal("0.9");
    private static final int P99 = 99;

    private Shape() {}

    static TrafficShape of(Collection<Quantities> busy, long minutes) {
        BigDecimal active = minutes == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(busy.size()).divide(BigDecimal.valueOf(minutes), 4, RoundingMode.HALF_EVEN);
        return new TrafficShape(active, variation(busy, minutes), active.compareTo(CONTINUOUS) >= 0,
                p99(busy, minutes, Quantities::promptTokens),
                p99(busy, minutes, minute -> minute.get(Measure.OUTPUT)));
    }

    private static BigDecimal variation(Collection<Quantities> busy, long minutes) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (Quantities minute : busy) {
            BigDecimal tokens = BigDecimal.valueOf(minute.tokens());
            sum = sum.add(tokens);
            squares = squares.add(tokens.multiply(tokens));
        }
        if (sum.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal count = BigDecimal.valueOf(minutes);
        BigDecimal mean = sum.divide(count, MathContext.DECIMAL64);
        BigDecimal variance = squares.divide(count, MathContext.DECIMAL64).subtract(mean.multiply(mean));
        return variance.max(BigDecimal.ZERO)
                .sqrt(MathContext.DECIMAL64)
                .divide(mean, MathContext.DECIMAL64)
                .setScale(4, RoundingMode.HALF_EVEN);
    }

    private static long p99(Collection<Quantities> busy, long minutes, ToLongFunction<Quantities> tokens) {
        List<Long> sorted = busy.stream().map(tokens::applyAsLong).sorted().toList();
        long rank = Math.ceilDiv(minutes * P99, 100) - (minutes - sorted.size());
        return rank < 1 ? 0 : sorted.get((int) Math.min(rank, sorted.size()) - 1);
    }
}
