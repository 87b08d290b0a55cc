package dev.tallystone.pricing.importing;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PricingOption;
import java.util.Optional;

/**
 * What a row is the price of, apart from model and Region.
 *
 * @param measure
 *            as in the price book
 * @param routing
 *            empty for both in-Region and geo, which the price list calls regional
 * @param longContext
 *            of requests longer than the model's threshold
 * @param variant
 *            of images; empty for all
 */
record Meter(PricingOption option, String measure, Optional<Routing> routing, boolean longContext, String variant) {

    static Meter regional(PricingOption option, String measure) {
        return new Meter(option, measure, Optional.empty(), false, "");
    }
}
