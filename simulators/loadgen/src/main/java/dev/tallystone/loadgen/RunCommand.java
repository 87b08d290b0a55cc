package dev.tallystone.loadgen;

import dev.tallystone.workload.ExpectedTotals;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a made-up company's calls at a steady pace. */
@Command(name = "run", description = RunCommand.PURPOSE, footer = RunCommand.MORE_HELP)
final class RunCommand implements Callable<Integer>, Checked {

    static final String PURPOSE = "Send a made-up company's calls, paced by the clock alone.";
    static final String MORE_HELP = """

        Open loop: when Kafka is slow, nothing is skipped; the load falls behind, says so, and catches up.

        Examples:
          loadgen run --create-topics --duration 60s
          loadgen run --scenario chaos --rate 5000 --day 10m --duration forever

        Ctrl-C ends it early, with the same report. Exit code 1 when a record could not be sent.
        """;

    private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

    private final Screen screen;
    private final Clock clock;

    @Mixin
    private final Destination destination;

    @Option(names = "--duration", paramLabel = "TIME", defaultValue = "60s", description = "60s, 5m, 24h, forever.")
    private RunLength duration = new RunLength(1);

    @Mixin
    private WorkloadOptions company = new WorkloadOptions();

    RunCommand(Screen screen, Clock clock, Supplier<Map<String, String>> kafka) {
        this.screen = screen;
        this.clock = clock;
        this.destination = new Destination(kafka);
    }

    @Override
    public Integer call() throws InterruptedException {
        company.from(clock.instant()); // refuse what it cannot be before touching Kafka
        destination.prepare();
        var settings = new LoadSettings(destination.kafka(), destination.topic(), duration.steps());
        var generator = new LoadGenerator(settings, company.from(clock.instant()), clock);
        var ticker = new Ticker(clock, REPORT_EVERY);
        try (var _ = new StopSignal(generator)) {
            generator.start();
            while (!generator.awaitEnd(REPORT_EVERY)) {
                screen.progress(line(generator, ticker.elapsed()));
            }
            return report(generator, ticker.elapsed());
        }
    }

    @Override
    public void check() {
        company.from(clock.instant());
        destination.check();
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
