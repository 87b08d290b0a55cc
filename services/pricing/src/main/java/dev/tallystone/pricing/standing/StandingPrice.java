package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;

/**
 * One price by which a standing charge accrues, and its place in a price book.
 *
 * @param model
 *            under which the book sells it: id or ARN
 * @param measure
 *            see {@link dev.tallystone.pricing.book.PriceRow}
 * @param stated
 *            what its buyer pays for one of the measure: an hour of a model unit or of a thousand reserved tokens a
 *            minute, a month of storage, a minute of an import unit
 */
public record StandingPrice(String model, PricingOption option, String measure, Usd stated) {}
