package dev.tallystone.loadgen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.collector.FolderReader;
import dev.tallystone.collector.LogFolder;
import dev.tallystone.collector.LogLine;
import dev.tallystone.collector.RecordEnvelope;
import dev.tallystone.collector.RequestIdKey;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.metering.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final String LINE = "{\"requestId\":\"A\",\"timestamp\":\"2020-02-02T10:00:00Z\"}";

    @TempDir
    private Path folder;
    private final ManualTime time = new ManualTime();
    private final MockProducer<String, byte[]> kafka = new MockProducer<>(true, null, new StringSerializer(),
            new ByteArraySerializer());

    @Test
    void sendsARestampedRecordUnderTheKeyOfItsNewId() throws IOException {
        replay(kafka, Restamp.paced(ManualTime.START, new Speed.Times(1)), LINE);

        ProducerRecord<String, byte[]> sent = kafka.history().getFirst();
        assertThat(sent.key()).isEqualTo(RequestIdKey.of(sent.value())).isNotEqualTo("A");
        assertThat(new String(sent.value(), UTF_8)).contains("2026-10-01T12:00:00Z", sent.key());
    }

    @Test
    void survivesTimesAtTheEndOfTheWorld() throws IOException {
        String absurd = "{\"timestamp\":\"+999999999-12-31T00:00:00Z\"}\n"
                + "{\"timestamp\":\"-999999999-01-01T00:00:00Z\"}";

        replay(kafka, Restamp.paced(ManualTime.START, new Speed.Times(1)), LINE + "\n" + absurd + "\n" + LINE);

        assertThat(kafka.history()).hasSize(4);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void letsEachRecordHappenWhenItIsSent() throws IOException {
        var sentAt = new ArrayList<Instant>();
        var watched = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> next, Callback callback) {
                sentAt.add(time.instant());
                return super.send(next, callback);
            }
        };
        var speed = new Speed.Times(90);
        String log = "{\"timestamp\":\"2020-02-02T%sZ\"}";

        replay(watched, speed, Restamp.paced(ManualTime.START, speed), log.formatted("10:00:00") + "\n"
                + log.formatted("10:00:01") + "\n" + log.formatted("16:30:00") + "\n" + log.formatted("23:59:59.999"));

        assertThat(watched.history())
                .extracting(sent -> RecordEnvelope.of(sent.value()).timestamp().orElseThrow().text())
                .containsExactlyElementsOf(sentAt.stream().map(Instant::toString).toList());
        assertThat(sentAt.get(2)).isEqualTo(ManualTime.START.plusMillis(390 * 60_000 / 90));
    }

    @Test
    void stopsAtTheFirstRecordThatIsNotTaken() {
        var refusing = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> next, Callback callback) {
                callback.onCompletion(null, new TimeoutException("nobody answers"));
                return CompletableFuture.completedFuture(null);
            }
        };

        assertThatThrownBy(() -> replay(refusing, Rewrite.NONE, LINE + "\n" + LINE))
                .isInstanceOf(NotSentException.class)
                .hasMessage("stopped at line 1 of a.jsonl: nobody answers");
    }

    @Test
    void handsOnRecordsThatAreJustTooLargeSoThatTheMeterCanRefuseThem() {
        assertThat(LogLine.MAX_BYTES).isEqualTo(Ledger.MAX_RECORD_BYTES + 1);
    }

    private void replay(MockProducer<String, byte[]> producer, Rewrite rewrite, String text) throws IOException {
        replay(producer, new Speed.Times(1), rewrite, text);
    }

    private void replay(MockProducer<String, byte[]> producer, Speed speed, Rewrite rewrite, String text)
            throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), text);
        var pace = new RecordPace(speed, new Pacer(time, time));
        new FolderReader(LogFolder.at(folder)).readTo(
                new Replay(new InvocationProducer(producer, "invocations"), pace, rewrite, Source.S3));
    }
}
