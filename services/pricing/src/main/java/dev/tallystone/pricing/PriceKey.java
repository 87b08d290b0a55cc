package dev.tallystone.pricing;

import dev.tallystone.invocation.ModelId.Routing;

/**
 * What a price may depend on, beside option, measure and time.
 *
 * @param baseModel
 *            id of the base model, without geography and context suffix
 * @param region
 *            the Region that was called: it prices a cross-Region call (Bedrock user guide, global cross-Region
 *            inference)
 * @param context
 *            see {@link dev.tallystone.metering.ContextClass}
 * @param variant
 *            for images, {@code side/quality/steps/task}
 */
public record PriceKey(String baseModel, String region, Routing routing, int context, String variant) {}
