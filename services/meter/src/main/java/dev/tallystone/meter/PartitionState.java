package dev.tallystone.meter;

import dev.tallystone.invocation.InvocationCursor;
import dev.tallystone.invocation.InvocationDecoder;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.ledger.DeadLetter;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.metering.AcceptanceRule;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.metering.DuplicateFilter;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyBatch;
import dev.tallystone.metering.TallyRow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * What the meter's thread knows of one partition: the ids it has counted, and what it has counted since its last
 * commit. Judges each record; nothing is dropped without standing in the receipt.
 */
final class PartitionState {

    private final TopicPartition partition;
    private final int partitions;
    private final DuplicateFilter filter;
    private final TallyBatch batch = new TallyBatch();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
    private final long[] newestEventMs = new long[Source.ALL.size()];
    private long from;
    private long position;
    private long records;
    private long tallied;
    private long duplicates;
    private long misplaced;
    private long unremembered;
    private long foldedBefore;
    private long newestAppendMs;
    private long idsOffset;
    private long receiptAtMs;

    PartitionState(TopicPartition partition, int partitions, long position, DuplicateFilter filter) {
        this.partition = partition;
        this.partitions = partitions;
        this.filter = filter;
        this.from = position;
        this.position = position;
    }

    /** Takes over what the last receipt says of earlier commits. */
    void resumeFrom(Receipt last) {
        newestAppendMs = last.newestAppendMs();
        last.newestEventMs().forEach((source, newest) -> newestEventMs[source.ordinal()] = newest);
        idsOffset = last.idsFrom();
    }

    TopicPartition partition() {
        return partition;
    }

    DuplicateFilter filter() {
        return filter;
    }

    /** The offset behind the last record that was judged. */
    long position() {
        return position;
    }

    long records() {
        return records;
    }

    /** Texts counted as {@code ~other} since the last commit. */
    long folded() {
        return batch.folded() - foldedBefore;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters;
    }

    boolean isFull() {
        return batch.isFull();
    }

    /** Whether the last receipt is older than {@code ms}. */
    boolean isSilentFor(long ms, long nowMs) {
        return nowMs - receiptAtMs >= ms;
    }

    void judge(ConsumerRecord<ByteBuffer, ByteBuffer> record, InvocationDecoder decoder) {
        records++;
        position = record.offset() + 1;
        newestAppendMs = Math.max(newestAppendMs, record.timestamp());
        RejectionReason reason = rejection(record, decoder);
        if (reason != null) {
            rejected.merge(reason, 1L, Long::sum);
            deadLetters.add(DeadLetters.of(record, reason, decoder));
        }
    }

    private @Nullable RejectionReason rejection(ConsumerRecord<ByteBuffer, ByteBuffer> record,
            InvocationDecoder decoder) {
        ByteBuffer value = record.value();
        if (value == null) {
            return RejectionReason.EMPTY;
        }
        int start = value.arrayOffset() + value.position();
        InvocationCursor call = decoder.cursor();
        if (!decoder.decode(value.array(), start, start + value.remaining())) {
            return call.rejection();
        }
        RejectionReason unacceptable = AcceptanceRule.judge(call.occurredAtMs(), record.timestamp());
        return unacceptable != null ? unacceptable : admit(record, call);
    }

    private @Nullable RejectionReason admit(ConsumerRecord<ByteBuffer, ByteBuffer> record, InvocationCursor call) {
        return switch (filter.admit(call.idHigh(), call.idLow(), call.countsHash(), call.occurredAtMs(),
                record.timestamp())) {
            case FIRST -> tally(record, call);
            case FIRST_UNREMEMBERED -> {
                unremembered++;
                yield tally(record, call);
            }
            case DUPLICATE -> {
                duplicates++;
                yield null;
            }
            case CONFLICT -> RejectionReason.DUPLICATE_CONFLICT;
            case TOO_OLD -> RejectionReason.TOO_OLD;
        };
    }

    private @Nullable RejectionReason tally(ConsumerRecord<ByteBuffer, ByteBuffer> record, InvocationCursor call) {
        tallied++;
        Source source = SourceHeader.of(record.headers());
        batch.accumulate(call, source);
        newestEventMs[source.ordinal()] = Math.max(newestEventMs[source.ordinal()], call.occurredAtMs());
        if (Utils.toPositive(Utils.murmur2(call.partitionKey())) % partitions != partition.partition()) {
            misplaced++;
        }
        return null;
    }

    /**
     * The receipt for everything since the last commit. Closes quiet slices first, so that their closing stands in it.
     */
    Receipt receipt(String writer, String digest, long caughtUpMs) {
        filter.closeQuiet(Math.max(newestAppendMs, caughtUpMs));
        return new Receipt(writer, partitions, from, position, records, tallied, duplicates, misplaced, unremembered,
                rejected, newestAppendMs, caughtUpMs, newestEvents(), filter.closedSlices(),
                filter.earliestOffset().orElse(idsOffset), ContextClass.THRESHOLDS, MeterSettings.VERSION, digest, 1,
                1);
    }

    private Map<Source, Long> newestEvents() {
        var newest = new EnumMap<Source, Long>(Source.class);
        Source.ALL.stream()
                .filter(source -> newestEventMs[source.ordinal()] > 0)
                .forEach(source -> newest.put(source, newestEventMs[source.ordinal()]));
        return newest;
    }

    /** Kafka's time of the newest record read, 0 before the first. */
    long newestAppendMs() {
        return newestAppendMs;
    }

    List<TallyRow> drainRows() {
        return batch.drain();
    }

    /** The transaction holds: its ids stand at {@code newIdsOffset}, or nowhere if it is negative. */
    void committed(long newIdsOffset, long nowMs) {
        idsOffset = Math.max(idsOffset, newIdsOffset);
        filter.committed(idsOffset);
        from = position;
        records = 0;
        tallied = 0;
        duplicates = 0;
        misplaced = 0;
        unremembered = 0;
        foldedBefore = batch.folded();
        rejected.clear();
        deadLetters.clear();
        receiptAtMs = nowMs;
    }
}
