package dev.tallystone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.tallystone.Tallystone;
import dev.tallystone.tallystone.config.ConfigReader;
import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise: two monitors that have read as far show the same. One reads as the meter writes, the other comes later
 * and reads back what the first has seen one by one.
 */
@Timeout(180)
class ReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HISTORY = Duration.ofMinutes(90);
    private static final int STEPS_A_ROUND = 300;
    private static final long SEED = 20_261_124;

    /** What a board is a function of, apart from settings, which are the same here. */
    private record Inputs(Map<Integer, Long> offsets, Instant asOf) {}

    @TempDir
    private Path directory;
    private EmbeddedBroker broker;
    private KafkaProducer<String, byte[]> producer;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Workload workload = new Workload(Scenario.named("lively"), SEED, Instant.now().minus(HISTORY),
            HISTORY, 2);
    private long nextStep;

    @BeforeEach
    void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void stopBroker() {
        producer.close();
        broker.close();
    }

    @Test
    void showTheSameWheneverTheyHaveReadAsFar() {
        try (var first = start("[monitor]")) {
            var seenByFirst = new HashMap<Inputs, String>();
            var seenBySecond = new HashMap<Inputs, String>();
            try (var _ = start("[meter]")) {
                await("a board", () -> sendAndNote(first, seenByFirst) && nextStep >= 20 * STEPS_A_ROUND);
                try (var second = start("[monitor]")) {
                    await("boards of equal inputs", () -> {
                        sendAndNote(first, seenByFirst);
                        note(second, seenBySecond);
                        return seenBySecond.keySet().stream().filter(seenByFirst::containsKey).count() >= 10;
                    });
                    assertThat(failures).isEmpty();
                }
            }

            seenBySecond.keySet().retainAll(seenByFirst.keySet());
            assertThat(seenByFirst).containsAllEntriesOf(seenBySecond);
            assertThat(seenBySecond.values()).as("all digests differ, so they cover what is shown")
                    .doesNotHaveDuplicates();
        }
    }

    private boolean sendAndNote(Tallystone monitor, Map<Inputs, String> seen) {
        for (long until = nextStep + STEPS_A_ROUND; nextStep < until; nextStep++) {
            for (LogRecord record : workload.step(nextStep)) {
                var _ = producer.send(new ProducerRecord<>("invocations", record.key(), record.value()));
            }
        }
        note(monitor, seen);
        return !seen.isEmpty();
    }

    private static void note(Tallystone monitor, Map<Inputs, String> seen) {
        monitor.view().board().ifPresent(board -> {
            String digest = board.identity().digest();
            String before = seen.putIfAbsent(new Inputs(board.trust().offsets(), board.asOf()), digest);
            assertThat(digest).as("one replica, equal inputs").isEqualTo(before == null ? digest : before);
        });
    }

    private Tallystone start(String roles) {
        var settings = new HashMap<>(Map.of("http.port", "0", "ledger.partitions", "4", "ledger.replication", "1",
                "meter.commit_interval", "400ms", "monitor.tick", "100ms"));
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("roles", roles);
        return Tallystone.start(ConfigReader.read("", settings), Clock.systemUTC(), failures::add);
    }

    private static void await(String what, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within %s: %s".formatted(PATIENCE, what));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting: " + what, e);
            }
        }
    }
}
