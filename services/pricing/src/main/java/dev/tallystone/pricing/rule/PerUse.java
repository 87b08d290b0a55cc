package dev.tallystone.pricing.rule;

import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Optional;

/**
 * Each token and image pays for itself: On-Demand, Batch, Flex, Priority and latency-optimized differ in their rows
 * alone, which the traffic was priced by.
 */
public record PerUse() implements PricingRule {

    @Override
    public Quote quote(Traffic traffic) {
        return new Quote(Usd.ZERO, traffic.perUse(), Optional.empty(), List.of());
    }
}
