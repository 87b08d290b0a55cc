package dev.tallystone.monitor;

import dev.tallystone.board.BoardState;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.TallyRecord;
import dev.tallystone.monitor.close.ClosedMonth;
import dev.tallystone.monitor.close.LateTallies;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading of the tallies from the oldest that is kept, priced by one book. Another book is another reading: the log
 * is the state, so whatever the new prices cut apart comes out exact. One thread.
 */
final class Reading implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final PriceBook book;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final BoardState state;
    private final ReceiptBook receipts;
    private final LateTallies late;
    private final Duration patience;
    private final Map<TopicPartition, Long> behind;

    /**
     * Sums are kept apart also where prices change by {@code other}.
     *
     * @param patience
     *            with Kafka, here and in {@link #hasCaughtUp}
     * @throws KafkaException
     *             when nothing can be read in that time; then nothing is left open
     */
    Reading(MonitorSettings settings, PriceBook book, PriceBook other, List<ClosedMonth> closed, String clientId,
            Duration patience) {
        this.book = book;
        this.state = new BoardState(settings.board(), book, other.changes());
        this.receipts = new ReceiptBook(settings.ledger().partitions());
        this.late = new LateTallies(settings.ledger().name(), closed);
        this.patience = patience;
        this.consumer = consumer(settings, clientId);
        try {
            List<TopicPartition> partitions = partitions(settings.ledger());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            this.behind = new HashMap<>(consumer.endOffsets(partitions, patience));
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(MonitorSettings settings, String clientId) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Ledger ledger) {
        return IntStream.range(0, ledger.partitions())
                .mapToObj(partition -> new TopicPartition(ledger.tallies(), partition))
                .toList();
    }

    /** Merges what comes within a time; each record that was accepted is also handed on. */
    void poll(Duration time, Consumer<TallyRecord> accepted) {
        consumer.poll(time).forEach(record -> merge(record, accepted));
    }

    private void merge(ConsumerRecord<byte[], byte[]> record, Consumer<TallyRecord> accepted) {
        TallyRecord tally = TallyRecord.decode(record.value());
        if (!receipts.accept(record.partition(), record.offset(), tally.receipt())) {
            LOG.error("{}-{}@{} answers for events that were counted already, and is refused", record.topic(),
                    record.partition(), record.offset());
            return;
        }
        state.merge(tally.rows());
        late.look(record.partition(), record.offset(), tally.rows());
        accepted.accept(tally);
    }

    /** Folds a long past while it is read. */
    void advance() {
        state.advanceTo(receipts.asOf());
    }

    /**
     * Whether everything is merged that was written before this reading began.
     *
     * @throws KafkaException
     *             when Kafka does not say in time where a partition begins
     */
    boolean hasCaughtUp() {
        behind.entrySet().removeIf(end -> consumer.position(end.getKey(), patience) >= end.getValue());
        return behind.isEmpty() && receipts.asOf().isAfter(Instant.EPOCH);
    }

    PriceBook book() {
        return book;
    }

    BoardState state() {
        return state;
    }

    /** What closed months did not know. */
    LateTallies late() {
        return late;
    }

    ReceiptBook receipts() {
        return receipts;
    }

    KafkaConsumer<byte[], byte[]> consumer() {
        return consumer;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
