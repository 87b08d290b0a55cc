package dev.tallystone.loadgen;

import dev.tallystone.collector.LogLine;
import dev.tallystone.collector.LogReceiver;
import dev.tallystone.collector.RecordEnvelope;
import dev.tallystone.collector.RequestIdKey;
import dev.tallystone.metering.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Sends what is read from a folder: paced, perhaps rewritten, and marked with where it came from. */
final class Replay implements LogReceiver {

    /** The record header in which a meter looks for the source. */
    static final String SOURCE_HEADER = "tallystone-source";

    private final InvocationProducer producer;
    private final RecordPace pace;
    private final Rewrite rewrite;
    private final List<Header> headers;

    Replay(InvocationProducer producer, RecordPace pace, Rewrite rewrite, Source source) {
        this.producer = producer;
        this.pace = pace;
        this.rewrite = rewrite;
        this.headers = List.of(new RecordHeader(SOURCE_HEADER, source.label().getBytes(StandardCharsets.UTF_8)));
    }

    /** Ends the reading by an exception once a record could not be sent. */
    @Override
    public void receive(LogLine line) {
        RecordEnvelope envelope = RecordEnvelope.of(line.bytes());
        pace.await(envelope.timestamp());
        byte[] value = rewrite.apply(line.bytes(), envelope);
        String key = Arrays.equals(value, line.bytes()) ? RequestIdKey.of(value, envelope) : RequestIdKey.of(value);
        producer.send(key, value, headers, () -> {});
        producer.deliveries().failure().ifPresent(e -> {
            throw new NotSentException("stopped at line %d of %s".formatted(line.number(), line.file()), e);
        });
    }
}
