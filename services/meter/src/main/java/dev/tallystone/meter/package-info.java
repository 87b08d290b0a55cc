/**
 * The hot path: {@link dev.tallystone.meter.MeterVerticle} starts one thread that reads log records, counts each once
 * and commits tallies, ids, dead letters and offsets in one transaction. It holds nothing that the ledger cannot give
 * back, so there is one answer to every doubt: drop the partition's memory and open it again.
 *
 * <p>
 * Knows nothing of prices, teams or pages.
 */
@NullMarked
package dev.tallystone.meter;

import org.jspecify.annotations.NullMarked;
