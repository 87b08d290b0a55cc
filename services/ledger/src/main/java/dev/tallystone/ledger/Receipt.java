package dev.tallystone.ledger;

import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.metering.SliceRanges;
import dev.tallystone.metering.Source;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one commit did with one partition of {@code invocations}. Each begins where the last one ended, and its sums
 * balance, so anyone can check from the topic alone that every event was counted once.
 *
 * @param writer
 *            the transactional id that wrote it
 * @param partitions
 *            of the ledger
 * @param from
 *            first offset that this commit answers for
 * @param to
 *            the offset behind the last one
 * @param records
 *            that were read; not {@code to − from}, since transaction markers take offsets
 * @param misplaced
 *            of the tallied, those whose key Kafka's own partitioner would have placed elsewhere: copies of them by
 *            another way are not recognised
 * @param unremembered
 *            of the tallied, those whose id found no room: copies of them would count again
 * @param deadLetters
 *            by reason
 * @param newestAppendMs
 *            Kafka's time of the newest record read so far, 0 if none
 * @param caughtUpMs
 *            the writer's time of this commit if the broker's last answer left nothing to read, else 0. While the
 *            partition's leader gives no answer the last one stands, so this may run ahead of what was seen
 * @param newestEventMs
 *            newest event time for each source so far
 * @param closedSlices
 *            every slice of ten minutes that is closed
 * @param idsFrom
 *            the earliest offset on {@code ids} that still matters
 * @param thresholds
 *            of context classes
 * @param version
 *            of the writer
 * @param configDigest
 *            of the settings that change counts
 * @param part
 *            which of {@code parts} records of the commit this is, from 1; all parts carry the same receipt
 */
public record Receipt(String writer, int partitions, long from, long to, long records, long tallied, long duplicates,
        long misplaced, long unremembered, Map<RejectionReason, Long> deadLetters, long newestAppendMs, long caughtUpMs,
        Map<Source, Long> newestEventMs, List<SliceRanges.Range> closedSlices, long idsFrom, List<Long> thresholds,
        String version, String configDigest, int part, int parts) {

    public Receipt {
        deadLetters = deadLetters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(deadLetters));
        newestEventMs = newestEventMs.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(newestEventMs));
        closedSlices = List.copyOf(closedSlices);
        thresholds = List.copyOf(thresholds);
        long answered = tallied + duplicates + deadLetters.values().stream().mapToLong(Long::longValue).sum();
        if (records != answered) {
            throw new IllegalArgumentException("a receipt must balance: %d records, but %d tallied, %d duplicates, %s"
                    .formatted(records, tallied, duplicates, deadLetters));
        }
        boolean possible = tallied >= 0 && duplicates >= 0
                && deadLetters.values().stream().allMatch(count -> count >= 0)
                && misplaced >= 0 && misplaced <= tallied && unremembered >= 0 && unremembered <= tallied;
        if (!possible) {
            throw new IllegalArgumentException(
                    "a receipt counts from zero: %d tallied, %d of them misplaced, %d unremembered, %d duplicates, %s"
                            .formatted(tallied, misplaced, unremembered, duplicates, deadLetters));
        }
        if (from > to || part < 1 || part > parts) {
            throw new IllegalArgumentException(
                    "not a receipt: [%d, %d), part %d of %d".formatted(from, to, part, parts));
        }
    }

    /** Whether it is the last record of its commit, so that its sums may be added. */
    public boolean isLastPart() {
        return part == parts;
    }

    /** All that could not be counted. */
    public long rejected() {
        return deadLetters.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The time up to which it vouches that nothing more is to come, in milliseconds since 1970. */
    public long vouchedMs() {
        return Math.max(newestAppendMs, caughtUpMs);
    }

    /** The same receipt as the {@code part}-th of {@code parts} records. */
    public Receipt asPart(int newPart, int newParts) {
        return new Receipt(writer, partitions, from, to, records, tallied, duplicates, misplaced, unremembered,
                deadLetters, newestAppendMs, caughtUpMs, newestEventMs, closedSlices, idsFrom, thresholds, version,
                configDigest, newPart, newParts);
    }
}
