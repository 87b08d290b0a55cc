package dev.tallystone.loadgen;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a made-up company's calls to a folder, for those who have no logs of their own. */
@Command(name = "write", description = WriteCommand.PURPOSE, footer = WriteCommand.MORE_HELP)
final class WriteCommand implements Callable<Integer>, Checked {

    static final String PURPOSE = "Write a made-up company's calls as log files, as AWS lays them out in S3.";
    static final String MORE_HELP = """

        The same company and the same faults as 'run', but as fast as the disk takes them and without
        Kafka: .../AWSLogs/<account>/BedrockModelInvocationLogs/<region>/<yyyy/MM/dd/HH>/*.json.gz.
        Reports what an exact meter must make of the folder when it is replayed once.

        The times in the records follow --start and --rate. A log that is older than 400 days, or not
        past yet, is refused by a meter unless it is replayed with --restamp.

        Examples:
          loadgen write --records 100000
          loadgen replay simulated-logs --restamp
          loadgen write --to year --records 50000000 --start 2026-01-01T00:00:00Z --scenario steady

        Exit code 1 when the folder could not be written.
        """;

    private static final String FOLDER = "A folder that is empty or does not exist.";
    private static final String HOW_MANY = "How many, with copies and broken ones.";
    private static final String BEGIN = "When the first call happens: 2026-11-01T00:00:00Z, or so long ago.";
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    private final Screen screen;
    private final Clock clock;

    @Option(names = "--to", paramLabel = "DIR", defaultValue = "simulated-logs", description = FOLDER)
    private Path to = Path.of("");

    @Option(names = "--records", paramLabel = "N", defaultValue = "100000", description = HOW_MANY)
    private long records;

    @Option(names = "--start", paramLabel = "TIME", defaultValue = "24h", description = BEGIN)
    private LogStart start = new LogStart.Ago(Duration.ZERO);

    @Mixin
    private WorkloadOptions company = new WorkloadOptions();

    WriteCommand(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public void check() {
        company.from(Instant.EPOCH);
        if (records < 1) {
            throw new UsageException("--records", "a log has at least one record, not " + records, null);
        }
    }

    @Override
    public Integer call() throws IOException {
        check();
        EmptyFolder.require("--to", to);
        Instant firstAt = start.seenFrom(clock.instant());
        var writer = new LogWriter(to);
        var ticker = new Ticker(clock, REPORT_EVERY);
        Instant lastAt = writeAll(company.from(firstAt), writer, ticker);
        screen.progressEnds();
        report(writer, ticker.elapsed());
        screen.out().println("from %s to %s".formatted(firstAt.truncatedTo(SECONDS), lastAt.truncatedTo(SECONDS)));
        screen.out().flush();
        warnOfFuture(lastAt);
        return 0;
    }

    /** Gives back when the last record was due. */
    private Instant writeAll(Workload workload, LogWriter writer, Ticker ticker) throws IOException {
        Iterator<LogRecord> due = LongStream.iterate(0, k -> k + 1)
                .mapToObj(workload::step)
                .<LogRecord>mapMulti(List::forEach)
                .iterator();
        Instant lastAt = Instant.EPOCH;
        try (writer) {
            while (writer.totals().sent() < records) {
                LogRecord next = due.next();
                lastAt = writer.write(next) ? next.dueAt() : lastAt;
                if (ticker.isTime()) {
                    screen.progress(line(writer, ticker.elapsed()));
                }
            }
        }
        return lastAt;
    }

    private static String line(LogWriter writer, Duration elapsed) {
        return "records %s  files %s  %s MiB  %s".formatted(Figures.count(writer.totals().sent()),
                Figures.count(writer.files()), Figures.mebibytes(writer.bytes()),
                Figures.perSecond(writer.totals().sent(), elapsed));
    }

    private void report(LogWriter writer, Duration elapsed) {
        ExpectedTotals expected = writer.totals();
        screen.out()
                .println(
                        "%s  %s MiB on disk".formatted(line(writer, elapsed), Figures.mebibytes(writer.bytesOnDisk())));
        screen.out()
                .println("expected: tallied %,d  duplicates %,d  dead-lettered %,d".formatted(expected.tallied(),
                        expected.duplicates(), expected.rejected()));
    }

    private void warnOfFuture(Instant lastAt) {
        if (lastAt.isAfter(clock.instant())) {
            screen.err()
                    .println("the log ends in the future: begin earlier with --start, or replay it with --restamp");
            screen.err().flush();
        }
    }
}
