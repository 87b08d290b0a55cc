package dev.tallystone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.loadgen.Balance;
import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise: each event counts once, through two meter processes of which one is killed half-way. 200,000 events with
 * 2 % duplicates, 1 % late and 0.1 % broken records, compared cell by cell with the simulator's own totals.
 */
class ExactlyOnceIT {

    private static final int EVENTS = 200_000;
    private static final int PARTITIONS = 4;
    private static final long SEED = 20_261_124;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Ledger LEDGER = new Ledger("tallystone", "invocations", PARTITIONS, (short) 1);

    @TempDir
    private Path directory;
    private EmbeddedBroker broker;
    private Admin admin;
    private final ExpectedTotals expected = new ExpectedTotals();
    private final Workload workload = new Workload(Scenario.named("lively"), SEED, Instant.now(), Duration.ofMinutes(1),
            5_000);
    private long nextStep;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        new LedgerTopics(admin, LEDGER).createOrCheck();
    }

    @AfterEach
    void stopBroker() {
        admin.close();
        broker.close();
    }

    @Test
    void losesAndDoublesNothingWhenOneOfTwoMetersIsKilledHalfWay() throws Exception {
        try (var balance = new Balance(broker.bootstrapServers(), LEDGER);
                var _ = meter("survivor");
                var victim = meter("victim")) {
            sendUntil(EVENTS / 2);
            balance.awaitAnswered(EVENTS / 10, PATIENCE);

            victim.kill();
            sendUntil(EVENTS);
            try (var _ = meter("victim")) {
                balance.awaitAnswered(expected.sent(), PATIENCE);
            }

            assertThat(expected.duplicates()).isGreaterThan(EVENTS / 100);
            assertThat(expected.rejected()).isGreaterThan(EVENTS / 2_000);
            assertThat(balance.differences(expected)).as("seed %d", SEED).isEmpty();
            assertThat(balance.brokenLinks()).isZero();
            assertThat(balance.misplaced()).isZero();
        }
    }

    @Test
    void wouldShowDoublesIfTheIdsWereNotThereToBeReadBack() throws Exception {
        try (var balance = new Balance(broker.bootstrapServers(), LEDGER)) {
            try (var _ = meter("only")) {
                sendUntil(EVENTS / 10);
                balance.awaitAnswered(expected.sent(), PATIENCE);
            }
            forgetIds();
            try (var _ = meter("only")) {
                sendUntil(EVENTS / 5);
                balance.awaitAnswered(expected.sent(), PATIENCE);
            }

            assertThat(balance.differences(expected)).anyMatch(line -> line.startsWith("duplicate: expected"));
            assertThat(balance.brokenLinks()).isZero();
        }
    }

    private MeterProcess meter(String slot) throws Exception {
        return MeterProcess.start(slot, broker.bootstrapServers(), PARTITIONS, directory);
    }

    private void sendUntil(long records) {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            while (expected.sent() < records) {
                for (LogRecord record : workload.step(nextStep++)) {
                    expected.sent(record);
                    var _ = producer.send(new ProducerRecord<>(LEDGER.invocations(), record.key(), record.value()));
                }
            }
        }
    }

    /** Empties the ids topic, as if nothing had ever been written down. */
    private void forgetIds() throws Exception {
        List<TopicPartition> ids = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(LEDGER.ids(), partition))
                .toList();
        var ends = admin
                .listOffsets(ids.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())))
                .all()
                .get();
        admin.deleteRecords(ends.entrySet()
                .stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey,
                                end -> RecordsToDelete.beforeOffset(end.getValue().offset()))))
                .all()
                .get();
    }
}
