package dev.tallystone.loadgen;

import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a made-up company's calls at a steady pace. */
@Command(name = "run", description = RunCommand.PURPOSE, footer = RunCommand.MORE_HELP)
final class RunCommand implements Callable<Integer> {

    static final String PURPOSE = "Send a made-up company's calls, paced by the clock alone.";
    static final String MORE_HELP = """

        Open loop: when Kafka is slow, nothing is skipped; the load falls behind, says so, and catches up.

        Examples:
          loadgen run --create-topics --duration 60s
          loadgen run --scenario chaos --rate 5000 --day 10m --duration forever

        Ctrl-C ends it early, with the same report. Exit code 1 when a record could not be sent.
        """;

    private static final String OF = "One of ${COMPLETION-CANDIDATES}.";
    private static final String MEAN = "Events per second, the mean over the company's day.";
    private static final String LENGTH_OF_DAY = "How long one day of the company lasts; it begins at 04:00.";
    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    private final Screen screen;
    private final Clock clock;

    @Mixin
    private Destination destination = new Destination();

    @Option(names = "--scenario", defaultValue = "lively", completionCandidates = ScenarioNames.class, description = OF)
    private Scenario scenario = Scenario.named("lively");

    @Option(names = "--rate", paramLabel = "PER_SECOND", defaultValue = "120", description = MEAN)
    private double rate;

    @Option(names = "--duration", paramLabel = "TIME", defaultValue = "60s", description = "60s, 5m, 24h, forever.")
    private RunLength duration = new RunLength(1);

    @Option(names = "--day", paramLabel = "TIME", defaultValue = "24h", description = LENGTH_OF_DAY)
    private Duration day = Duration.ZERO;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed makes other records.")
    private long seed;

    RunCommand(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        workload(); // refuse what it cannot be before touching Kafka
        destination.prepare();
        var settings = new LoadSettings(destination.kafka(), destination.topic(), duration.steps());
        var generator = new LoadGenerator(settings, workload(), clock);
        var ticker = new Ticker(clock, REPORT_EVERY);
        try (var _ = new StopSignal(generator)) {
            generator.start();
            while (!generator.awaitEnd(REPORT_EVERY)) {
                screen.progress(line(generator, ticker.elapsed()));
            }
            return report(generator, ticker.elapsed());
        }
    }

    private Workload workload() {
        try {
            return new Workload(scenario, seed, clock.instant(), day, rate);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--rate or --day: " + e.getMessage(), e);
        }
    }

    private static String line(LoadGenerator generator, Duration elapsed) {
        return "sent %s  %s  behind by %,d ms".formatted(Figures.count(generator.sentSoFar()),
                Figures.perSecond(generator.sentSoFar(), elapsed), generator.behind().toMillis());
    }

    private int report(LoadGenerator generator, Duration elapsed) {
        ExpectedTotals sent = generator.sent();
        screen.progressEnds();
        screen.out()
                .println("%s, at most %,d ms".formatted(line(generator, elapsed), generator.behindMost().toMillis()));
        screen.out()
                .println("counted %,d  duplicates %,d  broken %,d".formatted(sent.tallied(), sent.duplicates(),
                        sent.rejected()));
        screen.out().flush();
        generator.failure().ifPresent(e -> screen.err().println("not all was sent: " + e));
        screen.err().flush();
        return generator.failure().isPresent() ? 1 : 0;
    }
}
