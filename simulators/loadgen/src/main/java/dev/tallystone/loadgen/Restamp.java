package dev.tallystone.loadgen;

import dev.tallystone.collector.RecordEnvelope;
import dev.tallystone.collector.RequestIdKey;
import dev.tallystone.collector.TextSpan;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes an old log happen now. All times move so that one of them becomes the start of the run, and their distances
 * from it shrink as the replay is faster than they were; each id becomes another, the same for all copies, so that a
 * log may be replayed again and again. Only these two texts are cut out and replaced; every other byte stays, as does a
 * record that has neither.
 */
final class Restamp implements Rewrite {

    private final Instant runStart;
    private final double factor;
    private @Nullable Instant happensAtStart;

    private Restamp(Instant runStart, double factor, @Nullable Instant happensAtStart) {
        this.runStart = runStart.truncatedTo(ChronoUnit.MILLIS);
        this.factor = factor;
        this.happensAtStart = happensAtStart;
    }

    /** The first record happens at the start, and each of the others when {@link RecordPace} lets it pass. */
    static Restamp paced(Instant runStart, Speed.Times speed) {
        return new Restamp(runStart, speed.factor(), null);
    }

    /** For records that pass at once: the newest happens at the start and the others before it, none in the future. */
    static Restamp ending(Instant runStart, Instant newest) {
        return new Restamp(runStart, 1, newest);
    }

    /** For a log in which no record tells a time: only ids become others. */
    static Restamp ids(Instant runStart) {
        return new Restamp(runStart, 1, null);
    }

    @Override
    public byte[] apply(byte[] line, RecordEnvelope envelope) {
        var replacements = new TreeMap<Integer, Replacement>();
        envelope.timestamp()
                .flatMap(time -> shifted(time).map(text -> new Replacement(time, text)))
                .ifPresent(replacement -> replacements.put(replacement.span.from(), replacement));
        envelope.requestId()
                .map(id -> new Replacement(id, derived(id)))
                .ifPresent(replacement -> replacements.put(replacement.span.from(), replacement));
        return replacements.isEmpty() ? line : spliced(line, replacements.values());
    }

    private record Replacement(TextSpan span, String text) {}

    private Optional<String> shifted(TextSpan timestamp) {
        return RecordPace.instant(timestamp).map(occurredAt -> {
            if (happensAtStart == null) {
                happensAtStart = occurredAt;
            }
            return runStart.plus(Speed.shrunk(Duration.between(happensAtStart, occurredAt), factor)).toString();
        });
    }

    private String derived(TextSpan id) {
        String name = RequestIdKey.canonical(id.text()) + "@" + runStart;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static byte[] spliced(byte[] line, Iterable<Replacement> inOrder) {
        var result = new ByteArrayOutputStream(line.length + 32);
        int from = 0;
        for (Replacement replacement : inOrder) {
            result.write(line, from, replacement.span.from() - from);
            result.writeBytes(('"' + replacement.text + '"').getBytes(StandardCharsets.US_ASCII));
            from = replacement.span.to();
        }
        result.write(line, from, line.length - from);
        return result.toByteArray();
    }
}
