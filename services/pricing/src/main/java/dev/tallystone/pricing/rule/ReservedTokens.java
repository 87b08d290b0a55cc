package dev.tallystone.pricing.rule;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The Reserved tier: tokens a minute are kept free, input and output apart, paid used or not; what exceeds them is
 * served at standard prices. Minimum 100,000 in and 10,000 out, in steps of 1,000 (AWS What's New 2025-11-26; Bedrock
 * user guide, service tiers, 2026-02-15). Input and cache writes count against the input; how cache reads are billed
 * was not found, so they are quoted at standard prices.
 *
 * @param usdPerInputStepHour
 *            for 1,000 input tokens a minute, an hour
 * @param usdPerOutputStepHour
 *            for 1,000 output tokens a minute, an hour
 */
public record ReservedTokens(Usd usdPerInputStepHour, Usd usdPerOutputStepHour, long inputTpm,
        long outputTpm) implements PricingRule {

    /** Tokens a minute are sold in steps of so many. */
    public static final long STEP = 1_000;
    private static final long MIN_INPUT = 100_000;
    private static final long MIN_OUTPUT = 10_000;

    public ReservedTokens {
        check("input", inputTpm, MIN_INPUT);
        check("output", outputTpm, MIN_OUTPUT);
    }

    private static void check(String direction, long tpm, long min) {
        if (tpm < min || tpm % STEP != 0) {
            throw new IllegalArgumentException(
                    "reserved %s tokens a minute must be %,d or more in steps of %,d, not %,d".formatted(direction, min,
                            STEP, tpm));
        }
    }

    /** The smallest block that serves so much. */
    public static ReservedTokens covering(Usd inputStepHour, Usd outputStepHour, long inputTpm, long outputTpm) {
        return new ReservedTokens(inputStepHour, outputStepHour, Math.max(MIN_INPUT, stepsUp(inputTpm)),
                Math.max(MIN_OUTPUT, stepsUp(outputTpm)));
    }

    private static long stepsUp(long tpm) {
        return Math.multiplyExact(Math.ceilDiv(tpm, STEP), STEP);
    }

    /** What an hour of the block costs. */
    public Usd perHour() {
        return usdPerInputStepHour.times(inputTpm / STEP).plus(usdPerOutputStepHour.times(outputTpm / STEP));
    }

    @Override
    public Quote quote(Traffic traffic) {
        Usd overflow = Usd.ZERO;
        Usd served = Usd.ZERO;
        for (Traffic.Minute minute : traffic.busy()) {
            Usd over = minute.prompt()
                    .times(Load.excess(input(minute.quantities())))
                    .plus(minute.rest().times(Load.excess(output(minute.quantities()))));
            served = served.plus(minute.prompt().plus(minute.rest()).minus(over));
            overflow = overflow.plus(over).plus(minute.cacheRead());
        }
        Usd committed = perHour().times(traffic.hours());
        var load = new Load(traffic.busy()
                .stream()
                .map(minute -> input(minute.quantities()).max(output(minute.quantities())))
                .toList(), traffic.minutes());
        return new Quote(committed, overflow, Optional.of(ModelUnits.use(load, committed, served, BigDecimal.ZERO)),
                List.of("input and cache writes count against %,d input tokens a minute".formatted(inputTpm),
                        "cache reads are quoted at standard prices: how they are billed was not found",
                        "billed by the month, shown by started hour"));
    }

    private BigDecimal input(Quantities minute) {
        return Load.ratio(inputOf(minute), BigDecimal.valueOf(inputTpm));
    }

    private BigDecimal output(Quantities minute) {
        return Load.ratio(outputOf(minute), BigDecimal.valueOf(outputTpm));
    }

    /** What counts against reserved input: cache reads do not. */
    public static long inputOf(Quantities quantities) {
        return quantities.promptTokens() - quantities.get(Measure.CACHE_READ);
    }

    /** What counts against reserved output. */
    public static long outputOf(Quantities quantities) {
        return quantities.get(Measure.OUTPUT);
    }
}
