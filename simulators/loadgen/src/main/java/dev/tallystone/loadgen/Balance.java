package dev.tallystone.loadgen;

import dev.tallystone.invocation.Measure;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.ledger.ReceiptChain;
import dev.tallystone.ledger.TallyRecord;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.ExpectedTotals.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What anyone can read from the tallies topic alone: every cell, and whether the receipts leave a gap. Compared with
 * what the simulator expects, by its own arithmetic. One thread.
 */
public final class Balance implements AutoCloseable {

    private static final int SHOWN_DIFFERENCES = 10;
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Integer, ReceiptChain> chains = new HashMap<>();
    private final Map<Cell, Long> cells = new HashMap<>();
    private long records;
    private long tallied;
    private long duplicates;
    private long rejected;
    private long misplaced;

    /** Reads from the beginning. */
    public Balance(String bootstrapServers, Ledger ledger) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed", ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, ledger.partitions())
                .mapToObj(partition -> new TopicPartition(ledger.tallies(), partition))
                .toList());
    }

    /** Reads on until so many records are answered for, or the time is up. */
    public void awaitAnswered(long expected, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (records < expected && System.nanoTime() < deadline) {
            consumer.poll(POLL).forEach(record -> add(record.partition(), TallyRecord.decode(record.value())));
        }
    }

    private void add(int partition, TallyRecord record) {
        Receipt receipt = record.receipt();
        ReceiptChain chain = chains.computeIfAbsent(partition, _ -> new ReceiptChain());
        if (chain.accept(receipt) == ReceiptChain.Link.OVERLAP) {
            return;
        }
        record.rows().forEach(this::add);
        if (receipt.isLastPart()) {
            records += receipt.records();
            tallied += receipt.tallied();
            duplicates += receipt.duplicates();
            rejected += receipt.rejected();
            misplaced += receipt.misplaced();
        }
    }

    private void add(TallyRow row) {
        for (Measure measure : Measure.ALL) {
            long amount = row.quantities().get(measure);
            if (amount > 0) {
                var cell = new Cell(row.key().cell().model(), row.key().cell().caller().principal(), measure.label());
                cells.merge(cell, amount, Long::sum);
            }
        }
    }

    /** Receipts that did not follow, or were refused. */
    public long brokenLinks() {
        return chains.values().stream().mapToLong(chain -> chain.gaps() + chain.overlaps()).sum();
    }

    /** Tallied records that another partitioner than Kafka's had placed. */
    public long misplaced() {
        return misplaced;
    }

    /** What differs, a line each; nothing when every cell and every count is as expected. */
    public List<String> differences(ExpectedTotals expected) {
        var lines = new ArrayList<>(expected.differences(cells, SHOWN_DIFFERENCES));
        compare("tallied", expected.tallied(), tallied, lines);
        compare("duplicate", expected.duplicates(), duplicates, lines);
        compare("dead-lettered", expected.rejected(), rejected, lines);
        compare("broken receipt links", 0, brokenLinks(), lines);
        return lines;
    }

    private static void compare(String what, long expected, long actual, List<String> lines) {
        if (expected != actual) {
            lines.add("%s: expected %,d, found %,d".formatted(what, expected, actual));
        }
    }

    /** One line for people. */
    public String summary(ExpectedTotals expected) {
        return "sent %,d = tallied %,d + duplicate %,d + dead-lettered %,d: %s (%,d cells)".formatted(expected.sent(),
                tallied, duplicates, rejected, differences(expected).isEmpty() ? "equal" : "NOT EQUAL", cells.size());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
