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
 * Makes an old log happen now. All times move by what brings the first one to the start of the run, and each id becomes
 * another, the same for all copies, so that a log may be replayed again and again. Only these two texts are cut out and
 * replaced; every other byte stays, as does a record that has neither.
 */
final class Restamp implements Rewrite {

    private final Instant runStart;
    private @Nullable Duration shift;

    Restamp(Instant runStart) {
        this.runStart = runStart.truncatedTo(ChronoUnit.MILLIS);
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
            if (shift == null) {
                shift = Duration.between(occurredAt, runStart);
            }
            return occurredAt.plus(shift).toString();
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
