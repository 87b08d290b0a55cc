/**
 * What the same traffic would cost by each way of buying it. One {@link dev.tallystone.pricing.rule.PricingRule}, one
 * file; options that share arithmetic and differ in their rows share a rule. Whether something can be bought at all is
 * {@link dev.tallystone.pricing.Eligibility}'s question, not theirs.
 *
 * <p>
 * A {@link dev.tallystone.pricing.rule.Quote} is hypothetical: never add it to what was charged.
 */
@NullMarked
package dev.tallystone.pricing.rule;

import org.jspecify.annotations.NullMarked;
