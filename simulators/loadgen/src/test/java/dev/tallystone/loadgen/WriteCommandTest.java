package dev.tallystone.loadgen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.collector.FolderReader;
import dev.tallystone.collector.FolderReport;
import dev.tallystone.collector.LogFolder;
import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteCommandTest {

    private static final Instant START = Instant.parse("2026-10-01T22:30:00Z");
    private static final Pattern PLACE = Pattern.compile(
            "AWSLogs/111122223333/BedrockModelInvocationLogs/(us-(?:east-1|west-2))/(\\d{4}/\\d\\d/\\d\\d/\\d\\d)/"
                    + "(\\d{8}T\\d{9}Z)_[0-9a-f]{16}\\.json\\.gz");
    private static final int RECORDS = 6_000;

    @TempDir
    private Path directory;

    @Test
    void writesExactlyWhatTheWorkloadHoldsAndSaysWhatAMeterMustMakeOfIt() throws IOException {
        var expected = new ExpectedTotals();
        List<String> logs = logs(RECORDS, expected);

        CommandRun run = write("chaos", RECORDS);

        var found = new ArrayList<String>();
        FolderReport report = read((_, log) -> found.add(log));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(report.problems()).isEmpty();
        assertThat(report.skippedObjects()).isZero();
        assertThat(found).containsExactlyInAnyOrderElementsOf(logs);
        assertThat(found.size() - new HashSet<>(found).size()).as("copies, and events that are all the same")
                .isGreaterThanOrEqualTo((int) expected.duplicates());
        assertThat(expected.duplicates()).isPositive();
        assertThat(expected.rejected()).isPositive();
        assertThat(run.out()).contains("records 6,000  files %d ".formatted(report.files()),
                "expected: tallied %,d  duplicates %,d  dead-lettered %,d".formatted(expected.tallied(),
                        expected.duplicates(), expected.rejected()));
    }

    @Test
    void putsEachRecordBelowItsRegionAndTheHourInWhichItIsDue() throws IOException {
        write("lively", RECORDS);

        var hours = new HashSet<String>();
        FolderReport report = read((file, log) -> {
            Matcher place = PLACE.matcher(file);
            assertThat(place.matches()).as(file).isTrue();
            assertThat(place.group(3)).startsWith(place.group(2).replace("/", "").substring(0, 8) + "T"
                    + place.group(2).substring(11));
            hours.add(place.group(2));
            assertThat(log.contains("\"schemaVersion\":\"1.0\"")
                    && !log.contains("\"region\":\"" + place.group(1) + "\"")).as(log).isFalse();
        });

        assertThat(hours).contains("2026/10/01/22", "2026/10/01/23", "2026/10/02/00");
        assertThat(report.files()).as("one for each Region and hour").isEqualTo(2L * hours.size());
    }

    @Test
    void refusesAFolderThatHoldsAnythingAndAFile() throws IOException {
        Files.writeString(directory.resolve("notes.txt"), "mine");

        CommandRun full = write("lively", 1);
        CommandRun file = CommandRun.of("write", "--to", directory.resolve("notes.txt").toString());

        assertThat(full.exitCode()).isEqualTo(file.exitCode()).isEqualTo(64);
        assertThat(full.err()).contains("--to", directory.toString(), "holds notes.txt");
        assertThat(file.err()).contains("is no folder");
        assertThat(directory).isDirectoryNotContaining(path -> !path.endsWith("notes.txt"));
    }

    @Test
    void warnsOfALogThatEndsInTheFuture() {
        String to = directory.resolve("new/folder").toString();

        CommandRun past = CommandRun.of("write", "--to", to, "--records", "50", "--start", "1d");
        CommandRun future = CommandRun.of("write", "--to", to + "2", "--records", "50", "--start", "0s", "--rate", "1");

        assertThat(past.err()).isEmpty();
        assertThat(past.exitCode()).isEqualTo(future.exitCode()).isZero();
        assertThat(future.err()).contains("ends in the future", "--restamp").hasLineCount(1);
    }

    private CommandRun write(String scenario, int records) {
        return CommandRun.of("write", "--to", directory.toString(), "--records", Integer.toString(records),
                "--scenario", scenario, "--rate", "1", "--seed", "7", "--start", START.toString());
    }

    /** The first records of the workload that can stand in a log, by the workload's own account. */
    private static List<String> logs(int records, ExpectedTotals expected) {
        var workload = new Workload(Scenario.named("chaos"), 7, START, Duration.ofDays(1), 1);
        var logs = new ArrayList<String>();
        for (long k = 0; logs.size() < records; k++) {
            for (LogRecord next : workload.step(k)) {
                if (next.value().length > 0 && logs.size() < records) {
                    logs.add(new String(next.value(), UTF_8));
                    expected.sent(next);
                }
            }
        }
        return logs;
    }

    private interface FileAndLog {
        void accept(String file, String log);
    }

    private FolderReport read(FileAndLog each) throws IOException {
        return new FolderReader(LogFolder.at(directory))
                .readTo(line -> each.accept(line.file(), new String(line.bytes(), UTF_8)));
    }
}
