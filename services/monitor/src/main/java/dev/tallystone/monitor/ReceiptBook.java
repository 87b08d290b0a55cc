package dev.tallystone.monitor;

import dev.tallystone.board.Trust;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.ledger.ReceiptChain;
import dev.tallystone.metering.Source;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The receipts of every partition: checks each chain, adds up what they say, and knows up to when they vouch. One
 * thread.
 */
final class ReceiptBook {

    private final int partitions;
    private final Map<Integer, ReceiptChain> chains = new HashMap<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private final Map<Integer, Long> vouchedMs = new HashMap<>();
    private final Map<Integer, Long> firstVouchedMs = new HashMap<>();
    private final Map<RejectionReason, Long> deadLetters = new EnumMap<>(RejectionReason.class);
    private final Map<Source, Instant> newestEvents = new EnumMap<>(Source.class);
    private long records;
    private long tallied;
    private long duplicates;
    private long rejected;
    private long misplaced;
    private long unremembered;

    ReceiptBook(int partitions) {
        this.partitions = partitions;
    }

    /** False: its events stand there already, so its rows must not be merged. */
    boolean accept(int partition, long offset, Receipt receipt) {
        offsets.put(partition, offset + 1);
        if (chains.computeIfAbsent(partition, _ -> new ReceiptChain()).accept(receipt) == ReceiptChain.Link.OVERLAP) {
            return false;
        }
        vouchedMs.merge(partition, receipt.vouchedMs(), Math::max);
        if (receipt.vouchedMs() > 0) { // a first receipt, before any record, vouches for nothing
            firstVouchedMs.putIfAbsent(partition, receipt.vouchedMs());
        }
        if (receipt.isLastPart()) {
            add(receipt);
        }
        return true;
    }

    private void add(Receipt receipt) {
        records += receipt.records();
        tallied += receipt.tallied();
        duplicates += receipt.duplicates();
        rejected += receipt.rejected();
        misplaced += receipt.misplaced();
        unremembered += receipt.unremembered();
        receipt.deadLetters().forEach((reason, count) -> deadLetters.merge(reason, count, Long::sum));
        receipt.newestEventMs()
                .forEach((source, newest) -> newestEvents.merge(source, Instant.ofEpochMilli(newest),
                        (one, other) -> one.isAfter(other) ? one : other));
    }

    /** Up to when every partition vouches; the epoch while one has said nothing. */
    Instant asOf() {
        return vouchedMs.size() < partitions
                ? Instant.EPOCH
                : Instant.ofEpochMilli(vouchedMs.values().stream().mapToLong(Long::longValue).min().orElse(0));
    }

    /** When the last of the partitions began to be counted. */
    private long countedSinceMs() {
        return firstVouchedMs.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    Trust trust() {
        return new Trust(Instant.ofEpochMilli(countedSinceMs()), offsets, records, tallied, duplicates, rejected,
                deadLetters,
                chains.values().stream().mapToLong(ReceiptChain::gaps).sum(),
                chains.values().stream().mapToLong(ReceiptChain::overlaps).sum(), misplaced, unremembered,
                newestEvents);
    }
}
