package dev.tallystone.pricing.book;

import dev.tallystone.pricing.PricingOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * AWS does not sell a model by these options, whatever price of them is known.
 *
 * @param region
 *            empty for all
 * @param from
 *            since when; a price may have held before
 * @param why
 *            for people
 */
public record NotSold(String model, Optional<String> region, Set<PricingOption> options, Instant from, String why,
        String source) {

    public NotSold {
        options = Set.copyOf(options);
    }

    boolean concerns(String askedModel, String askedRegion, PricingOption option, Instant at) {
        return model.equals(askedModel) && region.map(askedRegion::equals).orElse(true) && options.contains(option)
                && !at.isBefore(from);
    }
}
