package dev.tallystone.meter;

import dev.tallystone.ledger.DeadLetter;
import dev.tallystone.ledger.IdsRecord;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.ledger.TallyRecord;
import dev.tallystone.metering.SliceIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * One transaction of everything that a commit says: tallies with their receipt, ids, dead letters and the consumed
 * offsets become visible together or not at all. It is open only while it is written, so a kill seldom leaves one open,
 * which would hold back every reader.
 */
final class LedgerTransaction {

    private final Producer<byte[], byte[]> producer;
    private final Ledger ledger;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    LedgerTransaction(Producer<byte[], byte[]> producer, Ledger ledger) {
        this.producer = producer;
        this.ledger = ledger;
    }

    /**
     * Commits what these partitions have counted.
     *
     * @throws KafkaException
     *             when the outcome is in doubt, or certainly an abort: the partitions' memory must be dropped
     */
    void commit(Map<PartitionState, Receipt> receipts, ConsumerGroupMetadata group, long nowMs) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        var idsWritten = new HashMap<PartitionState, List<Future<RecordMetadata>>>();
        producer.beginTransaction();
        receipts.forEach((state, receipt) -> {
            int partition = state.partition().partition();
            for (byte[] bytes : TallyRecord.encode(receipt, state.drainRows())) {
                sent.add(send(ledger.tallies(), partition, bytes));
            }
            idsWritten.put(state, sendIds(partition, state.filter().pending()));
            sendDeadLetters(partition, state.deadLetters());
            offsets.put(state.partition(), new OffsetAndMetadata(state.position()));
        });
        producer.sendOffsetsToTransaction(offsets, group);
        producer.commitTransaction();
        sent.forEach(LedgerTransaction::offset);
        idsWritten.forEach((state, ids) -> state.committed(ids.isEmpty() ? -1 : offset(ids.getFirst()), nowMs));
    }

    private Future<RecordMetadata> send(String topic, int partition, byte[] value) {
        return producer.send(new ProducerRecord<>(topic, partition, null, value));
    }

    private List<Future<RecordMetadata>> sendIds(int partition, List<SliceIds> ids) {
        List<Future<RecordMetadata>> written = IdsRecord.encode(ids)
                .stream()
                .map(bytes -> send(ledger.ids(), partition, bytes))
                .toList();
        sent.addAll(written);
        return written;
    }

    private void sendDeadLetters(int partition, Collection<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            byte[] key = letter.key().getBytes(StandardCharsets.UTF_8);
            sent.add(producer.send(new ProducerRecord<>(ledger.deadLetters(), partition, key, letter.toJson())));
        }
    }

    /** Every future is done once its transaction is committed. */
    private static long offset(Future<RecordMetadata> written) {
        try {
            return written.get().offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted after a commit", e);
        } catch (ExecutionException e) {
            throw new KafkaException("a committed record was not written", e);
        }
    }
}
