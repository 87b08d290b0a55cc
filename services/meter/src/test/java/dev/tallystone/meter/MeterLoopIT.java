package dev.tallystone.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.ledger.ClientListener;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerException;
import dev.tallystone.ledger.LedgerTopics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a loop ends. Its clock stands still, so that no commit is due but the first of the ledger and the last. */
@Timeout(120)
class MeterLoopIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path directory;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void refuseNoMore() {
        RefusingReporter.refusing = false;
    }

    @Test
    void commitsWhatItJudgedWhenItIsStopped() throws Exception {
        Ledger ledger = ledger("stopped");

        runUntilJudged(ledger, MeterLoop::stop);

        assertThat(committedOffsets(ledger)).containsExactly(1L);
    }

    @Test
    void commitsNothingMoreWhenItFails() throws Exception {
        Ledger ledger = ledger("failed");

        assertThatThrownBy(() -> runUntilJudged(ledger, _ -> {
            throw new ArithmeticException("a sum overflows");
        })).isInstanceOf(ArithmeticException.class).hasNoSuppressedExceptions();

        assertThat(committedOffsets(ledger)).containsExactly(0L);
    }

    @Test
    void endsWithAReasonWhenItGetsNoNewProducer() throws Exception {
        Ledger ledger = ledger("refused");

        assertThatThrownBy(() -> runUntilJudged(ledger, loop -> {
            producer(ledger).close(); // fences the loop's own
            RefusingReporter.refusing = true;
            loop.stop();
        })).isInstanceOf(LedgerException.class)
                .hasMessageContaining("no new producer for refused-meter-a")
                .hasNoSuppressedExceptions();

        assertThat(committedOffsets(ledger)).containsExactly(0L);
    }

    /** Sends one record once the ledger has begun, and acts once it is judged and not committed yet. */
    private static void runUntilJudged(Ledger ledger, Consumer<MeterLoop> act) {
        var sent = new AtomicBoolean();
        var loop = new AtomicReference<MeterLoop>();
        loop.set(new MeterLoop(settings(ledger), CLOCK, ClientListener.NONE, status -> {
            if (status.records() > 0) {
                act.accept(loop.get());
            } else if (status.commits() == 1 && !sent.getAndSet(true)) {
                send(ledger);
            }
        }));
        loop.get().run();
    }

    private static MeterSettings settings(Ledger ledger) {
        Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers(), "metric.reporters",
                RefusingReporter.class.getName());
        return new MeterSettings(kafka, ledger, "a", MeterSettings.StartAt.EARLIEST, Duration.ofMinutes(1),
                Duration.ofHours(2), 1_000, List.of());
    }

    private static Ledger ledger(String name) {
        var ledger = new Ledger(name, "invocations-" + name, 1, (short) 1);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(new LedgerTopics(admin, ledger).createOrCheck()).isEmpty();
        }
        return ledger;
    }

    /** Any value will do: what cannot be decoded is judged and committed too. */
    private static void send(Ledger ledger) {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            var _ = producer.send(new ProducerRecord<>(ledger.invocations(), new byte[]{'?'}));
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Ledger ledger) {
        Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, ledger.meterGroup() + "-a");
        var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static List<Long> committedOffsets(Ledger ledger) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            return admin.listConsumerGroupOffsets(ledger.meterGroup(),
                    new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata()
                    .get(20, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .map(OffsetAndMetadata::offset)
                    .toList();
        }
    }

    /** Lets a producer fail to start, as one that cannot reach its coordinator does, but at once. */
    public static final class RefusingReporter implements MetricsReporter {

        private static volatile boolean refusing;

        @Override
        public void configure(Map<String, ?> configs) {
            if (refusing && configs.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG)) {
                throw new IllegalStateException("refused by the test");
            }
        }

        @Override
        public void init(List<KafkaMetric> metrics) {}

        @Override
        public void metricChange(KafkaMetric metric) {}

        @Override
        public void metricRemoval(KafkaMetric metric) {}

        @Override
        public void close() {}
    }
}
