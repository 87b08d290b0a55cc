/**
 * Counts what was used: {@link dev.tallystone.metering.DuplicateFilter} says whether a call is new,
 * {@link dev.tallystone.metering.TallyBatch} adds it up, and {@link dev.tallystone.metering.CellHistory} keeps rolling
 * windows of the sums. One thread owns each of them; what they hand over is immutable.
 *
 * <p>
 * Knows nothing of prices, Kafka or HTTP.
 */
@NullMarked
package dev.tallystone.metering;

import org.jspecify.annotations.NullMarked;
