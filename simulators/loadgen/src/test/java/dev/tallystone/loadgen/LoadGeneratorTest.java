package dev.tallystone.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pacing with time that passes in sleeps alone, so that every test is exact and takes none. */
@Timeout(20)
class LoadGeneratorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Workload workload = new Workload(Scenario.named("chaos"), 7, ManualTime.START, Duration.ofMinutes(1),
            500);
    private final ManualTime time = new ManualTime();
    private final TimedProducer kafka = new TimedProducer();

    @Test
    void sendsEachStepWhenItIsDue() throws InterruptedException {
        LoadGenerator generator = generator(10);

        run(generator);

        assertThat(kafka.keys()).containsExactlyElementsOf(keysOfSteps(10));
        assertThat(kafka.sentAt).startsWith(ManualTime.START).endsWith(ManualTime.START.plusMillis(900));
        assertThat(time.sleeps()).hasSize(9).containsOnly(Workload.STEP);
        assertThat(generator.behindMost()).isZero();
    }

    @Test
    void sendsWithoutPauseWhenItIsBehindAndSkipsNothing() throws InterruptedException {
        kafka.takes.add(Duration.ofSeconds(2)); // the first record alone; then the broker is quick again

        LoadGenerator generator = generator(30);
        run(generator);

        assertThat(kafka.keys()).containsExactlyElementsOf(keysOfSteps(30));
        assertThat(generator.behindMost()).isEqualTo(Duration.ofMillis(1_900));
        assertThat(generator.behind()).isZero();
        assertThat(time.sleeps()).as("it catches up with step 20 and then keeps time").hasSize(9);
    }

    @Test
    void knowsTheTruthAboutWhatItSent() throws InterruptedException {
        LoadGenerator generator = generator(100);

        run(generator);

        assertThat(generator.sent().sent()).isEqualTo(generator.sentSoFar()).isEqualTo(kafka.history().size());
        assertThat(generator.sent().duplicates()).isPositive();
        assertThat(generator.sent().rejected()).isPositive();
        assertThat(generator.failure()).isEmpty();
    }

    @Test
    void endsAfterTheCurrentStepWhenItIsStopped() throws InterruptedException {
        LoadGenerator generator = generator(LoadSettings.FOREVER);
        generator.start();
        while (generator.sentSoFar() == 0) {
            Thread.onSpinWait();
        }

        generator.stop();

        long steps = time.sleeps().size() + 1L;
        assertThat(kafka.keys()).containsExactlyElementsOf(keysOfSteps(steps));
        assertThat(kafka.closed()).isTrue();
    }

    @Test
    void endsAtTheFirstRecordThatKafkaRefuses() throws InterruptedException {
        kafka.refused = 3;

        LoadGenerator generator = generator(100);
        run(generator);

        assertThat(generator.failure()).containsInstanceOf(RecordTooLargeException.class);
        assertThat(generator.sent().sent()).isEqualTo(2);
        assertThat(kafka.keys()).hasSize(2);
    }

    private LoadGenerator generator(long steps) {
        var settings = new LoadSettings(Map.of(), "invocations", steps);
        return new LoadGenerator(settings, workload, new Pacer(time, time),
                new InvocationProducer(kafka, "invocations"));
    }

    private static void run(LoadGenerator generator) throws InterruptedException {
        generator.start();
        assertThat(generator.awaitEnd(PATIENCE)).isTrue();
    }

    private List<String> keysOfSteps(long steps) {
        return LongStream.range(0, steps).boxed().flatMap(k -> workload.step(k).stream()).map(LogRecord::key).toList();
    }

    /** Acknowledges at once, but takes the time it is told to, and refuses one record. */
    private final class TimedProducer extends MockProducer<String, byte[]> {
        private final List<Duration> takes = new ArrayList<>();
        private final List<Instant> sentAt = new ArrayList<>();
        private int refused;

        TimedProducer() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> next, Callback callback) {
            sentAt.add(time.instant());
            if (!takes.isEmpty()) {
                time.passes(takes.removeFirst());
            }
            if (sentAt.size() == refused) {
                callback.onCompletion(null, new RecordTooLargeException("refused by the test"));
                return CompletableFuture.completedFuture(null);
            }
            return super.send(next, callback);
        }

        List<String> keys() {
            return history().stream().map(ProducerRecord::key).toList();
        }
    }
}
