/**
 * Why one period cost more or less than another: an exact waterfall. {@link dev.tallystone.board.why.Waterfall} turns
 * two {@linkplain dev.tallystone.board.why.Period periods} into one {@link dev.tallystone.board.why.Change}.
 *
 * <p>
 * <b>How.</b> The counts of the earlier period are changed into those of the later one step by step, and each step's
 * state is priced. A term is the difference of two states, each state is used twice, so the terms add up to the change,
 * exactly. Money is decimal; a state that needs a division is rounded half-even to 12 decimals (more where the prices
 * themselves have more). Everything is done for each sender (account, caller, team) and what it calls (model, image
 * variant) apart, then summed: a caller that grows is volume, and never looks as if everybody's prompts had changed.
 *
 * <p>
 * <b>The order, and why.</b> It is one path of many: another order gives other terms with the same sum.
 * <ol>
 * <li>Price: the old counts at the new prices. First, so that all the rest is told in the prices of today. A price that
 * changes within a period belongs here too: the difference between what was charged and what the period's prices say is
 * the last step, and counts as price.
 * <li>Volume: the sender's successful requests. What it does otherwise is scaled with them, failed calls as well. A
 * sender of one period only is all volume.
 * <li>Model mix: how these requests spread over models. A model that the sender called in one period only is all here.
 * <li>Tokens per request: prompt and answer of each model (images and text units likewise), everything else in
 * proportion.
 * <li>Cache: how each model's prompt tokens split between uncached, read and written. After lengths, so that a longer
 * prompt is no cache miss.
 * <li>Tier and routing: through which mode, routing and Region each kind of token went.
 * <li>Context class: in which class of prompt length it was priced. After lengths, so that only the jump is left.
 * <li>Retries and errors: what calls cost that were not {@code ok}, beyond their growth with the others.
 * <li>Standing charges: by the calendar, so they depend on nothing above.
 * </ol>
 * What has no pattern before (cache reads of a model that had none, say) takes that of the later period.
 *
 * <p>
 * <b>Edges.</b> A period without entries costs its standing charges; all else is volume or, where nothing succeeded,
 * retries. What has no price where it was used is left out of both periods with its like, and listed with its requests.
 * A place that was used before only and is not sold any more keeps its old price: it is gone, not dearer. Counts of
 * zero cost nothing and need no price. Costs are effective costs. Periods are compared as they are, whatever their
 * lengths.
 *
 * <p>
 * Pure functions without state. Knows nothing of Kafka or HTTP.
 */
@NullMarked
package dev.tallystone.board.why;

import org.jspecify.annotations.NullMarked;
