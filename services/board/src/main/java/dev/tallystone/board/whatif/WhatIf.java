package dev.tallystone.board.whatif;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.rule.Excess;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A question.
 *
 * @param model
 *            base model that was used
 * @param region
 *            empty for all
 * @param minutes
 *            the last so many full minutes, 1 to 1,440
 * @param option
 *            how it would be bought
 * @param units
 *            of Provisioned Throughput; ignored by other options
 * @param capacity
 *            of one unit; empty for what the configuration says
 * @param excess
 *            of units; empty for what the owned units of the model say, and spill where none say it
 * @param inputTpm
 *            reserved input tokens a minute; ignored by other options
 * @param outputTpm
 *            reserved output tokens a minute
 * @param batchShare
 *            the part of the work that moves to batch, 0 to 1
 */
public record WhatIf(String model, Optional<String> region, long minutes, PricingOption option, long units,
        Optional<UnitCapacity> capacity, Optional<Excess> excess, long inputTpm, long outputTpm, BigDecimal batchShare,
        Optional<Replacement> replacement) {

    private static final long MAX_MINUTES = 1_440;
    private static final BigDecimal MAX_FACTOR = BigDecimal.TEN;

    /**
     * Another model that would do the same work.
     *
     * @param model
     *            its base model id
     * @param tokenFactor
     *            how many of its tokens make one of the present model's: tokenizers differ, and a price ratio across
     *            them is wrong
     */
    public record Replacement(String model, BigDecimal tokenFactor) {

        public Replacement {
            if (tokenFactor.signum() <= 0 || tokenFactor.compareTo(MAX_FACTOR) > 0) {
                throw new IllegalArgumentException(
                        "token_factor must be more than 0 and at most 10, not " + tokenFactor.toPlainString());
            }
        }
    }

    public WhatIf {
        if (minutes < 1 || minutes > MAX_MINUTES) {
            throw new IllegalArgumentException("minutes must lie between 1 and %,d, not %d".formatted(MAX_MINUTES,
                    minutes));
        }
        if (units < 1) {
            throw new IllegalArgumentException("units must be 1 or more, not " + units);
        }
        if (batchShare.signum() < 0 || batchShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "batch_share must lie between 0 and 1, not " + batchShare.toPlainString());
        }
    }

    /** The present way, which a question then changes. */
    public static WhatIf asNow(String model, long minutes) {
        return new WhatIf(model, Optional.empty(), minutes, PricingOption.ON_DEMAND, 1, Optional.empty(),
                Optional.empty(), 0, 0, BigDecimal.ZERO, Optional.empty());
    }
}
