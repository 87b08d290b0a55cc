package dev.tallystone.recommendation.provisioned;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;

/** What a model unit costs an hour under a term, and where that is written. */
public record TermPrice(PricingOption term, Usd usdPerUnitHour, String source) {}
