package dev.tallystone.board;

import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.metering.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far the numbers can be believed, from the receipts.
 *
 * @param countedSince
 *            when the oldest receipt was written: earlier events were counted late, if at all
 * @param offsets
 *            how far each partition of the tallies was read
 * @param gaps
 *            how often a receipt did not follow the one before: events are missing
 * @param overlaps
 *            how often a receipt was refused because its events stood there already
 * @param misplaced
 *            tallied, but placed by another partitioner than Kafka's
 * @param unremembered
 *            tallied, but a copy would count again
 * @param newestEvents
 *            newest event time of each source
 */
public record Trust(Instant countedSince, Map<Integer, Long> offsets, long records, long tallied, long duplicates,
        long rejected, Map<RejectionReason, Long> deadLetters, long gaps, long overlaps, long misplaced,
        long unremembered, Map<Source, Instant> newestEvents) {

    public Trust {
        offsets = Map.copyOf(offsets);
        deadLetters = deadLetters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(deadLetters));
        newestEvents = newestEvents.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(newestEvents));
    }

    /** Whether every receipt followed the one before, and balances. */
    public boolean isGapFree() {
        return gaps == 0 && overlaps == 0 && records == tallied + duplicates + rejected;
    }
}
