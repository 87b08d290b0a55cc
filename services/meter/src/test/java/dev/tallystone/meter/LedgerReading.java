package dev.tallystone.meter;

import dev.tallystone.invocation.Measure;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.ledger.ReceiptChain;
import dev.tallystone.ledger.TallyRecord;
import dev.tallystone.workload.ExpectedTotals;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What anyone can read from the tallies topic: the cells, and whether the receipts leave a gap. */
final class LedgerReading implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Integer, ReceiptChain> chains = new HashMap<>();
    private final Map<ExpectedTotals.Cell, Long> cells = new HashMap<>();
    private long tallied;
    private long duplicates;
    private long rejected;
    private long misplaced;

    LedgerReading(String bootstrapServers, Ledger ledger) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed", ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, ledger.partitions())
                .mapToObj(partition -> new TopicPartition(ledger.tallies(), partition))
                .toList());
    }

    /** Reads on until this many records are answered for, or the time is up. */
    void awaitAnswered(long records, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (answered() < records && System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> add(record.partition(), record.value()));
        }
    }

    private void add(int partition, byte[] value) {
        TallyRecord record = TallyRecord.decode(value);
        Receipt receipt = record.receipt();
        ReceiptChain chain = chains.computeIfAbsent(partition, _ -> new ReceiptChain());
        if (chain.accept(receipt) == ReceiptChain.Link.OVERLAP) {
            return;
        }
        record.rows()
                .forEach(row -> Measure.ALL.stream()
                        .filter(measure -> row.quantities().get(measure) > 0)
                        .forEach(measure -> cells.merge(new ExpectedTotals.Cell(row.key().cell().model(),
                                row.key().cell().caller().principal(), measure.label()), row.quantities().get(measure),
                                Long::sum)));
        if (receipt.isLastPart()) {
            tallied += receipt.tallied();
            duplicates += receipt.duplicates();
            rejected += receipt.rejected();
            misplaced += receipt.misplaced();
        }
    }

    long answered() {
        return tallied + duplicates + rejected;
    }

    long tallied() {
        return tallied;
    }

    long duplicates() {
        return duplicates;
    }

    long rejected() {
        return rejected;
    }

    long misplaced() {
        return misplaced;
    }

    Map<ExpectedTotals.Cell, Long> cells() {
        return cells;
    }

    List<ReceiptChain> chains() {
        return List.copyOf(chains.values());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
