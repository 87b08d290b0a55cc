package dev.tallystone.loadgen;

import static java.time.temporal.ChronoUnit.SECONDS;
import static picocli.CommandLine.Help.Visibility.NEVER;

import dev.tallystone.collector.FolderReader;
import dev.tallystone.collector.FolderReport;
import dev.tallystone.collector.LogFolder;
import dev.tallystone.metering.Source;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a folder of real logs. */
@Command(name = "replay", description = ReplayCommand.PURPOSE, footer = ReplayCommand.MORE_HELP)
final class ReplayCommand implements Callable<Integer>, Checked {

    static final String PURPOSE = "Send invocation logs from a folder, as AWS lays them out in S3.";
    static final String MORE_HELP = """

        Reads .json and .jsonl, compressed or not: a record a line, pretty-printed values, or one array.
        Large bodies below .../HH/data/ are skipped and counted. A file that is damaged ends early and
        is named in the report; that is no failure. Replaying twice counts once: records keep their ids.

        With --restamp an old log happens now, and nothing in the future, which a meter would refuse.
        At a pace, each record happens when it is sent: at --speed 60 an hour becomes a minute. With
        --speed max, the newest happens at the start of the replay and the others keep their distance
        before it; to find it, the whole folder is first read once more. A time that cannot be read stays
        as it is.

        Examples:
          aws s3 sync s3://my-bucket/bedrock logs && loadgen replay logs
          loadgen replay logs --restamp
          loadgen replay logs --restamp --speed 60 --source other
          loadgen replay day.jsonl.gz --bootstrap-servers kafka:9092 --create-topics

        Exit code 1 when a record could not be sent.
        """;

    private static final String PACE = "max, or a multiple of the records' own pace: 1, 60.";
    private static final String NOW = "Move all times to now, and derive new ids.";
    private static final String ORIGIN = "Where the records came from: ${COMPLETION-CANDIDATES}.";

    private final Screen screen;
    private final Clock clock;

    @Parameters(paramLabel = "PATH", description = "A folder or a single file.", showDefaultValue = NEVER)
    private Path path = Path.of("");

    @Mixin
    private final Destination destination;

    @Option(names = "--speed", paramLabel = "FACTOR", defaultValue = "max", description = PACE)
    private Speed speed = new Speed.Max();

    @Option(names = "--restamp", arity = "0..1", fallbackValue = "true", defaultValue = "false", //
            paramLabel = Destination.FLAG, description = NOW)
    private boolean restamp;

    @Option(names = "--source", defaultValue = "s3", completionCandidates = SourceLabels.class, description = ORIGIN)
    private Source source = Source.S3;

    ReplayCommand(Screen screen, Clock clock, Supplier<Map<String, String>> kafka) {
        this.screen = screen;
        this.clock = clock;
        this.destination = new Destination(kafka);
    }

    @Override
    public void check() {
        destination.check();
    }

    @Override
    public Integer call() throws IOException {
        LogFolder folder = folder();
        destination.prepare();
        Rewrite rewrite = rewrite(folder);
        var producer = InvocationProducer.connect(destination.kafka(), destination.topic());
        replay(folder, rewrite, producer);
        producer.deliveries().failure().ifPresent(e -> {
            throw new NotSentException("not all was sent", e);
        });
        return 0;
    }

    private LogFolder folder() throws IOException {
        try {
            return LogFolder.at(path);
        } catch (NoSuchFileException e) {
            throw new UsageException("PATH", "must be a folder or a file, but there is none at '%s'".formatted(path),
                    e);
        }
    }

    private Rewrite rewrite(LogFolder folder) {
        if (!restamp) {
            return Rewrite.NONE;
        }
        return switch (speed) {
            case Speed.Times times -> Restamp.paced(clock.instant(), times);
            case Speed.Max() -> ending(folder);
        };
    }

    /** The start is now, and not before the folder was looked through. */
    private Rewrite ending(LogFolder folder) {
        Optional<Instant> newest = NewestTime.in(folder, screen, clock);
        Instant now = clock.instant();
        screen.err()
                .println(newest.map(time -> "the newest record, of %s, becomes %s".formatted(time,
                        now.truncatedTo(SECONDS))).orElse("no record tells a time: only ids become others"));
        screen.err().flush();
        return newest.map(time -> Restamp.ending(now, time)).orElseGet(() -> Restamp.ids(now));
    }

    private void replay(LogFolder folder, Rewrite rewrite, InvocationProducer producer) {
        var reader = new FolderReader(folder);
        var progress = new ProgressMeter("", screen, clock, folder, reader);
        var pacer = new Pacer(clock, progress.showingDuring(Sleeper.REAL));
        FolderReport report;
        try (producer) {
            var replay = new Replay(producer, new RecordPace(speed, pacer), rewrite, source);
            report = reader.readTo(progress.watching(replay));
        } finally {
            screen.progressEnds();
        }
        print(report, producer.deliveries().acknowledged(), progress.elapsed());
    }

    private void print(FolderReport report, long sent, Duration elapsed) {
        screen.out()
                .println("files %,d  records sent %,d  skipped objects %,d  problems %,d".formatted(report.files(),
                        sent, report.skippedObjects(), report.problems().size()));
        screen.out().println("sent %s in %s".formatted(Figures.perSecond(sent, elapsed), Figures.clock(elapsed)));
        report.skipped()
                .forEach((reason, count) -> screen.out()
                        .println("skipped %,d: %s".formatted(count, reason.explanation())));
        report.problems().forEach(screen.out()::println);
        screen.out().flush();
    }
}
