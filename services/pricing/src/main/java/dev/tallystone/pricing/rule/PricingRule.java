package dev.tallystone.pricing.rule;

/** How AWS turns traffic into money. */
public sealed interface PricingRule permits PerUse, ModelUnits, ReservedTokens {

    /** What the traffic would cost so. */
    Quote quote(Traffic traffic);
}
