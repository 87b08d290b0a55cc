package dev.tallystone.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.ledger.ReceiptChain;
import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The meter against a real broker. */
class MeterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;
    private static EmbeddedBroker broker;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void countsEveryCellAsTheSimulatorDoesAndAgainAfterARestart() {
        Ledger ledger = new Ledger("exact", "invocations-exact", 4, (short) 1);
        createTopics(ledger);
        var expected = new ExpectedTotals();
        var workload = new Workload(Scenario.named("chaos"), 7, Instant.now(), Duration.ofMinutes(1), 20_000);

        try (var reading = new LedgerReading(broker.bootstrapServers(), ledger)) {
            try (var _ = new RunningMeter(ledger)) {
                send(ledger, workload, 0, 6, expected);
                reading.awaitAnswered(expected.sent(), PATIENCE);
            }
            try (var _ = new RunningMeter(ledger)) {
                send(ledger, workload, 6, 12, expected);
                reading.awaitAnswered(expected.sent(), PATIENCE);
            }

            assertThat(failures).isEmpty();
            assertThat(expected.differences(reading.cells(), 10)).isEmpty();
            assertThat(reading.tallied()).isEqualTo(expected.tallied());
            assertThat(reading.duplicates()).isEqualTo(expected.duplicates()).isPositive();
            assertThat(reading.rejected()).isEqualTo(expected.rejected()).isPositive();
            assertThat(reading.misplaced()).isZero();
            assertThat(reading.chains()).hasSize(4).extracting(ReceiptChain::gaps).containsOnly(0L);
        }
    }

    @Test
    void beginsALedgerWhoseFirstTransactionsFailed() {
        Ledger ledger = new Ledger("aborted", "invocations-aborted", 2, (short) 1);
        createTopics(ledger);
        abortFirstTransactions(ledger);
        var expected = new ExpectedTotals();
        var workload = new Workload(Scenario.named("chaos"), 11, Instant.now(), Duration.ofMinutes(1), 2_000);
        send(ledger, workload, 0, 3, expected);

        try (var reading = new LedgerReading(broker.bootstrapServers(), ledger); var _ = new RunningMeter(ledger)) {
            reading.awaitAnswered(expected.sent(), PATIENCE);

            assertThat(failures).isEmpty();
            assertThat(expected.differences(reading.cells(), 10)).isEmpty();
            assertThat(reading.answered()).isEqualTo(expected.sent()).isPositive();
            assertThat(reading.chains()).hasSize(2).extracting(ReceiptChain::gaps).containsOnly(0L);
        }
    }

    /** One is aborted, and one is left open by a meter that is killed, so that its successor aborts it. */
    private static void abortFirstTransactions(Ledger ledger) {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, ledger.meterGroup() + "-a");
        var killed = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        killed.initTransactions();
        killed.beginTransaction();
        var _ = killed.send(new ProducerRecord<>(ledger.tallies(), 0, null, new byte[]{1}));
        killed.flush();
        killed.abortTransaction();
        killed.beginTransaction();
        var _ = killed.send(new ProducerRecord<>(ledger.tallies(), 1, null, new byte[]{1}));
        killed.flush();
        killed.close(Duration.ZERO);
    }

    private static void createTopics(Ledger ledger) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(new LedgerTopics(admin, ledger).createOrCheck()).isEmpty();
        }
    }

    private final class RunningMeter implements AutoCloseable {
        private final Vertx vertx = Vertx.vertx();

        RunningMeter(Ledger ledger) {
            var settings = new MeterSettings(Map.of("bootstrap.servers", broker.bootstrapServers()), ledger, "a",
                    MeterSettings.StartAt.EARLIEST, Duration.ofMillis(200), Duration.ofHours(2), 4_000_000,
                    List.of("team", "deadline"));
            vertx.deployVerticle(new MeterVerticle(settings, Clock.systemUTC(), failures::add))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        }

        @Override
        public void close() {
            vertx.close().toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private static void send(Ledger ledger, Workload workload, long fromStep, long toStep, ExpectedTotals expected) {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (long step = fromStep; step < toStep; step++) {
                for (LogRecord record : workload.step(step)) {
                    expected.sent(record);
                    var _ = producer.send(new ProducerRecord<>(ledger.invocations(), record.key(), record.value()));
                }
            }
        }
    }
}
