package dev.tallystone.meter;

import dev.tallystone.ledger.IdsRecord;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerException;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.metering.DuplicateFilter;
import dev.tallystone.metering.SliceRanges;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a partition may open. A commit does not reach all topics at one moment (with three brokers the offset was seen
 * up to 143 ms before the ids), so: first the committed offset, which Kafka gives only when it is stable; then
 * {@code tallies} and {@code ids} up to a high watermark taken after that; and only if the last receipt ends at that
 * offset.
 */
final class PartitionOpening {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionOpening.class);

    private final MeterSettings settings;
    private final Ledger ledger;
    private final Consumer<?, ?> group;
    private final PartitionTail tail;

    PartitionOpening(MeterSettings settings, Consumer<?, ?> group, PartitionTail tail) {
        this.settings = settings;
        this.ledger = settings.ledger();
        this.group = group;
        this.tail = tail;
    }

    /** What the ledger says of a partition. */
    sealed interface Opened {
        /** Ready, with its memory restored. */
        record Ready(PartitionState state, boolean genesis) implements Opened {}

        /** Not yet, and in the end not at all: the reason is for people. */
        record NotYet(String reason) implements Opened {}
    }

    /**
     * Looks once. Blocks for as long as reading takes.
     *
     * @throws LedgerException
     *             when waiting cannot help
     */
    Opened open(TopicPartition partition) {
        Optional<Long> committed = committed(partition);
        var tallies = new TopicPartition(ledger.tallies(), partition.partition());
        var ids = new TopicPartition(ledger.ids(), partition.partition());
        long talliesEnd = tail.highWatermark(tallies);
        long idsEnd = tail.highWatermark(ids);
        return switch (LastReceipt.find(tail, tallies, talliesEnd)) {
            case LastReceipt.Found(var last) -> resume(partition, committed, last, ids, idsEnd);
            case LastReceipt.None(var beginning) -> begin(partition, committed, beginning, talliesEnd);
            case LastReceipt.Unknown() -> new Opened.NotYet("an open transaction holds back " + tallies);
        };
    }

    /** Nothing but aborted transactions may stand in the tallies of a ledger that begins: a first commit can fail. */
    private Opened begin(TopicPartition partition, Optional<Long> committed, long talliesBeginning, long talliesEnd) {
        if (committed.isEmpty() && talliesBeginning == 0) {
            return genesis(partition);
        }
        return new Opened.NotYet("%s is committed, but %s has no receipt from %d to %d".formatted(
                committed.map(offset -> "offset " + offset).orElse("no offset"), ledger.tallies(), talliesBeginning,
                talliesEnd));
    }

    private Opened resume(TopicPartition partition, Optional<Long> committed, Receipt last, TopicPartition ids,
            long idsEnd) {
        checkPartitions(last);
        if (committed.isPresent() && committed.get() != last.to()) {
            return new Opened.NotYet("offset %d is committed, but the last receipt ends at %d"
                    .formatted(committed.get(), last.to()));
        }
        return restore(partition, last, ids, idsEnd);
    }

    private Optional<Long> committed(TopicPartition partition) {
        return Optional.ofNullable(group.committed(Set.of(partition)).get(partition)).map(OffsetAndMetadata::offset);
    }

    private Opened genesis(TopicPartition partition) {
        long start = switch (settings.startAt()) {
            case EARLIEST -> tail.beginning(partition);
            case LATEST -> tail.highWatermark(partition);
        };
        var filter = new DuplicateFilter(settings.horizon(), new SliceRanges());
        return new Opened.Ready(new PartitionState(partition, ledger.partitions(), start, filter), true);
    }

    private void checkPartitions(Receipt last) {
        if (last.partitions() != ledger.partitions()) {
            throw new LedgerException(("this ledger was begun with %d partitions and cannot go on with %d: set "
                    + "ledger.partitions to %d, or start a new ledger under another ledger.name")
                    .formatted(last.partitions(), ledger.partitions(), last.partitions()));
        }
    }

    private Opened restore(TopicPartition partition, Receipt last, TopicPartition ids, long idsEnd) {
        var filter = new DuplicateFilter(settings.horizon(), SliceRanges.of(last.closedSlices()));
        boolean complete = tail.read(ids, Math.min(idsFrom(last, ids), idsEnd), idsEnd,
                record -> IdsRecord.decode(record.value())
                        .slices()
                        .forEach(slice -> filter.restore(slice, record.offset())));
        if (!complete) {
            return new Opened.NotYet("an open transaction holds back " + ids);
        }
        var state = new PartitionState(partition, ledger.partitions(), last.to(), filter);
        state.resumeFrom(last);
        return new Opened.Ready(state, false);
    }

    private long idsFrom(Receipt last, TopicPartition ids) {
        long kept = tail.beginning(ids);
        boolean allClosed = last.vouchedMs() - last.newestAppendMs() > settings.horizon().toMillis();
        if (kept > last.idsFrom() && !allClosed) {
            LOG.warn("{} is kept from offset {}, but its ids from {} on may matter: copies of records whose ids are "
                    + "gone count again. Its retention.ms must exceed dedupe.horizon ({}) and any time without a meter",
                    ids, kept, last.idsFrom(), settings.horizon());
        }
        return Math.max(last.idsFrom(), kept);
    }
}
