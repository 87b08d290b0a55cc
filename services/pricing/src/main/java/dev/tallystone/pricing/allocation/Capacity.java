package dev.tallystone.pricing.allocation;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.rule.ReservedTokens;

/**
 * What is served in a minute, input and output apart.
 *
 * @param cacheReads
 *            whether they count against the input
 * @param source
 *            who says so, for people
 */
public record Capacity(long inputTokensPerMinute, long outputTokensPerMinute, boolean cacheReads, String source) {

    public Capacity {
        if (inputTokensPerMinute < 1 || outputTokensPerMinute < 1) {
            throw new IllegalArgumentException("capacity must be 1 or more, not %d in and %d out a minute"
                    .formatted(inputTokensPerMinute, outputTokensPerMinute));
        }
    }

    /** Of so many model units. */
    public static Capacity of(UnitCapacity unit, long units) {
        return new Capacity(Math.multiplyExact(unit.inputTokensPerMinute(), units),
                Math.multiplyExact(unit.outputTokensPerMinute(), units), true, unit.source());
    }

    /** Of a Reserved block, which is bought by it. */
    public static Capacity of(ReservedTokens block) {
        return new Capacity(block.inputTpm(), block.outputTpm(), false, "the Reserved block");
    }

    /** Of both, as one. */
    public Capacity plus(Capacity other) {
        return new Capacity(Math.addExact(inputTokensPerMinute, other.inputTokensPerMinute),
                Math.addExact(outputTokensPerMinute, other.outputTokensPerMinute), cacheReads, source);
    }

    long input(Quantities served) {
        return cacheReads ? served.promptTokens() : ReservedTokens.inputOf(served);
    }

    static long output(Quantities served) {
        return served.get(Measure.OUTPUT);
    }
}
