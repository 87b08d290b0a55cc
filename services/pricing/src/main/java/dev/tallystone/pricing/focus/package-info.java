/**
 * Writes what was charged as rows of the FinOps Open Cost and Usage Specification, FOCUS 1.2: a "FOCUS-shaped
 * estimate", since no invoice stands behind it. {@link dev.tallystone.pricing.focus.PricedCharge} is what goes in,
 * {@link dev.tallystone.pricing.focus.FocusRows} makes a {@link dev.tallystone.pricing.focus.FocusRow} of it, and
 * {@link dev.tallystone.pricing.focus.FocusCsv} and {@link dev.tallystone.pricing.focus.FocusJson} write rows. Usage
 * without a price is never a row: it goes to a second file, with the reason.
 *
 * <p>
 * Pure and immutable, so any thread may use it; only {@link dev.tallystone.pricing.focus.UsageCharges} is as bound to
 * one thread as its pricer. What conforms and what does not stands in README.md of the same folder in resources.
 */
@NullMarked
package dev.tallystone.pricing.focus;

import org.jspecify.annotations.NullMarked;
