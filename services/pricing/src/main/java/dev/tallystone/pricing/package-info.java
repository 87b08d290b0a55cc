/**
 * Puts prices on counts. A {@link dev.tallystone.pricing.Usage} is a tally whose model and mode are resolved; a
 * {@link dev.tallystone.pricing.Costing} is its price under one {@link dev.tallystone.pricing.PricingOption}, or says
 * what has none: a missing price is shown, never taken for zero.
 *
 * <p>
 * Money is exact decimal arithmetic; rounding happens where it is shown. Knows nothing of Kafka, HTTP or the time of
 * day.
 */
@NullMarked
package dev.tallystone.pricing;

import org.jspecify.annotations.NullMarked;
