package dev.tallystone.meter;

import dev.tallystone.ledger.LedgerException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Reads one partition of the ledger up to a known end. */
final class PartitionTail {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TIMEOUT_S = 20;

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    PartitionTail(Admin admin, KafkaConsumer<byte[], byte[]> consumer) {
        this.admin = admin;
        this.consumer = consumer;
    }

    /** The offset behind the last record written, committed or not. */
    long highWatermark(TopicPartition partition) {
        return offset(partition, OffsetSpec.latest());
    }

    /** The offset of the first record kept. */
    long beginning(TopicPartition partition) {
        return offset(partition, OffsetSpec.earliest());
    }

    private long offset(TopicPartition partition, OffsetSpec spec) {
        try {
            Map<TopicPartition, ListOffsetsResultInfo> offsets = admin
                    .listOffsets(Map.of(partition, spec), new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get(TIMEOUT_S, TimeUnit.SECONDS);
            ListOffsetsResultInfo info = offsets.get(partition);
            if (info == null) {
                throw new LedgerException("no offset of " + partition);
            }
            return info.offset();
        } catch (ExecutionException | TimeoutException e) {
            throw new LedgerException("cannot read the offsets of " + partition, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("interrupted while reading offsets of " + partition, e);
        }
    }

    /**
     * Hands over every committed record in {@code [from, end)}. False: a transaction before {@code end} stayed open for
     * all of the time allowed, so what it holds is not known.
     */
    boolean read(TopicPartition partition, long from, long end, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_S);
        while (consumer.position(partition) < end) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    reader.accept(record);
                }
            }
        }
        return true;
    }
}
