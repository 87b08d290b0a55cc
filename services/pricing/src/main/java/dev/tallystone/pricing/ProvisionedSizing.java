package dev.tallystone.pricing;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/**
 * How many model units a stretch of minutes needs. A minute's demand in units is its worse dimension, input or output.
 * What becomes of what exceeds them is for advice to say.
 */
public record ProvisionedSizing(UnitCapacity capacity) {

    private static final int P95 = 95;
    private static final int SHOWN_DECIMALS = 6;

    /** The fewest whole units that cover a minute. */
    public long units(Quantities minute) {
        long input = Math.ceilDiv(minute.promptTokens(), capacity.inputTokensPerMinute());
        long output = Math.ceilDiv(minute.get(Measure.OUTPUT), capacity.outputTokensPerMinute());
        return Math.max(input, output);
    }

    /** The fewest whole units that cover every one of the minutes. */
    public long unitsForAll(Collection<Quantities> minutes) {
        return minutes.stream().mapToLong(this::units).max().orElse(0);
    }

    /** The fewest whole units that cover 95 of 100 minutes; minutes without traffic count. */
    public long unitsForP95(Collection<Quantities> minutes, long minutesInAll) {
        List<Long> sorted = minutes.stream().map(this::units).sorted().toList();
        long idle = Math.max(0, minutesInAll - sorted.size());
        long rank = Math.ceilDiv(minutesInAll * P95, 100) - idle;
        return rank < 1 || sorted.isEmpty() ? 0 : sorted.get((int) Math.min(rank, sorted.size()) - 1);
    }

    /**
     * What so many units do not serve of a minute: of each measure, what is left after the served part, rounded down.
     */
    public Quantities spill(Quantities minute, long units) {
        BigInteger input = BigInteger.valueOf(minute.promptTokens());
        BigInteger output = BigInteger.valueOf(minute.get(Measure.OUTPUT));
        BigInteger inputCapacity = BigInteger.valueOf(units)
                .multiply(BigInteger.valueOf(capacity.inputTokensPerMinute()));
        BigInteger outputCapacity = BigInteger.valueOf(units)
                .multiply(BigInteger.valueOf(capacity.outputTokensPerMinute()));
        boolean outputBinds = output.multiply(BigInteger.valueOf(capacity.inputTokensPerMinute()))
                .compareTo(input.multiply(BigInteger.valueOf(capacity.outputTokensPerMinute()))) > 0;
        return outputBinds ? left(minute, outputCapacity, output) : left(minute, inputCapacity, input);
    }

    private static Quantities left(Quantities minute, BigInteger served, BigInteger demanded) {
        if (served.compareTo(demanded) >= 0) {
            return Quantities.NONE;
        }
        long[] left = new long[Measure.ALL.size()];
        for (Measure measure : Measure.ALL) {
            long amount = minute.get(measure);
            left[measure.ordinal()] = amount
                    - BigInteger.valueOf(amount).multiply(served).divide(demanded).longValueExact();
        }
        return Quantities.of(left, 0);
    }

    /** How much of so many units the minutes use, from 0 to 1; minutes without traffic count. */
    public BigDecimal utilisation(Collection<Quantities> minutes, long units, long minutesInAll) {
        if (units == 0 || minutesInAll == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal used = minutes.stream()
                .map(this::demand)
                .map(demand -> demand.min(BigDecimal.valueOf(units)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return used.divide(BigDecimal.valueOf(Math.multiplyExact(units, minutesInAll)), SHOWN_DECIMALS,
                RoundingMode.HALF_UP);
    }

    /** The minute's demand in units, with a fraction: for showing. */
    private BigDecimal demand(Quantities minute) {
        BigDecimal input = BigDecimal.valueOf(minute.promptTokens())
                .divide(BigDecimal.valueOf(capacity.inputTokensPerMinute()), SHOWN_DECIMALS, RoundingMode.HALF_UP);
        BigDecimal output = BigDecimal.valueOf(minute.get(Measure.OUTPUT))
                .divide(BigDecimal.valueOf(capacity.outputTokensPerMinute()), SHOWN_DECIMALS, RoundingMode.HALF_UP);
        return input.max(output);
    }

    /** The share of all tokens that so many units would not serve, from 0 to 1. */
    public BigDecimal spillShare(Collection<Quantities> minutes, long units) {
        long all = minutes.stream().mapToLong(Quantities::tokens).sum();
        long spilt = minutes.stream().mapToLong(minute -> spill(minute, units).tokens()).sum();
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(spilt).divide(BigDecimal.valueOf(all), SHOWN_DECIMALS, RoundingMode.HALF_UP);
    }
}
