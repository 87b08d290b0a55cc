package dev.tallystone.loadgen;

import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.LogRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as AWS lays logs out in S3, a file for each account, Region and hour. Files stay open until their hour
 * has passed. A record that does not tell where it belongs goes where the one before it went, as a broken one would. An
 * empty record, or one without any before it in its hour, stands in no log: it is left out, and not counted. One
 * thread.
 *
 * <pre>
 * AWSLogs/111122223333/BedrockModelInvocationLogs/us-east-1/2026/10/01/12/20261001T120000000Z_1a2b3c4d5e6f7a8b.json.gz
 * </pre>
 */
final class LogWriter implements AutoCloseable {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu/MM/dd/HH")
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Map<LogPlace, LogObject> open = new HashMap<>();
    private final ExpectedTotals totals = new ExpectedTotals();
    private Instant hour = Instant.MIN;
    private @Nullable LogObject latest;
    private long files;
    private long bytes;
    private long bytesOnDisk;

    LogWriter(Path folder) {
        this.folder = folder;
    }

    /** In the order in which they are due; whether the record stands in the log now. */
    boolean write(LogRecord next) throws IOException {
        turnTo(next.dueAt().truncatedTo(ChronoUnit.HOURS));
        LogObject object = next.value().length == 0 ? null : objectOf(next);
        if (object == null) {
            return false;
        }
        object.write(next.value());
        latest = object;
        bytes += next.value().length + 1L;
        totals.sent(next);
        return true;
    }

    private void turnTo(Instant nextHour) throws IOException {
        if (!nextHour.equals(hour)) {
            endHour();
            hour = nextHour;
        }
    }

    private @Nullable LogObject objectOf(LogRecord next) throws IOException {
        Optional<LogPlace> place = LogPlace.of(next.value());
        if (place.isEmpty()) {
            return latest;
        }
        LogObject known = open.get(place.get());
        return known == null ? create(place.get(), next.dueAt()) : known;
    }

    private LogObject create(LogPlace place, Instant firstDueAt) throws IOException {
        String time = TIME.format(firstDueAt);
        String hash = UUID.nameUUIDFromBytes((place + time).getBytes(StandardCharsets.UTF_8)).toString();
        var object = new LogObject(folder.resolve("AWSLogs/%s/BedrockModelInvocationLogs/%s/%s/%s_%s.json.gz".formatted(
                place.account(), place.region(), HOUR.format(hour), time, hash.replace("-", "").substring(0, 16))));
        open.put(place, object);
        files++;
        return object;
    }

    /** Ends the files that are open: nothing more goes into their hour. */
    private void endHour() throws IOException {
        for (LogObject object : open.values()) {
            object.close();
            bytesOnDisk += object.bytes();
        }
        open.clear();
        latest = null;
    }

    /** Ends the last hour. */
    @Override
    public void close() throws IOException {
        endHour();
    }

    /** What an exact meter must count of what was written. */
    ExpectedTotals totals() {
        return totals;
    }

    long files() {
        return files;
    }

    /** Before compression. */
    long bytes() {
        return bytes;
    }

    /** Of the files that are closed. */
    long bytesOnDisk() {
        return bytesOnDisk;
    }
}
