package dev.tallystone.pricing.book;

import java.time.Instant;
import java.util.Optional;

/**
 * A model enters a state, which holds until the next step.
 *
 * @param region
 *            empty for all that name no step of their own
 * @param source
 *            where it was read
 */
public record LifecycleStep(String model, Optional<String> region, LifecycleState state, Instant from, String source) {

    boolean concerns(String askedModel, String askedRegion) {
        return model.equals(askedModel) && region.map(askedRegion::equals).orElse(true);
    }
}
