package dev.tallystone.demo;

import dev.tallystone.broker.BrokerProcess;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.loadgen.Balance;
import dev.tallystone.loadgen.LoadGenerator;
import dev.tallystone.loadgen.LoadSettings;
import dev.tallystone.tallystone.Logging;
import dev.tallystone.tallystone.StartException;
import dev.tallystone.tallystone.Tallystone;
import dev.tallystone.tallystone.TallystoneSettings;
import dev.tallystone.tallystone.config.ConfigReader;
import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * {@code mvn -Pdemo}. Runs until Ctrl-C, its parent's end or {@code -Ddemo.duration}; then prints the balance and ends
 * with 0 when it is equal, else 1. Ends with 1 as well when its port is taken, and with 64 when a property is wrong.
 */
public final class Demo {

    private static final Duration LINE_EVERY = Duration.ofSeconds(3);
    private static final Duration DRAIN = Duration.ofSeconds(4);
    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private final DemoSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final StopOrder stop = new StopOrder();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Demo(DemoSettings settings) {
        this.settings = settings;
    }

    /** Starts it. */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT); // the same figures, whoever reads them
        Logging.configure();
        DemoSettings settings;
        try {
            settings = DemoSettings.ofProperties();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        int code = new Demo(settings).run();
        Runtime.getRuntime().halt(code); // also from within a shutdown that Ctrl-C began
    }

    private int run() throws Exception {
        stop.onSignal();
        stop.onParentsEnd();
        System.out.println("starting a Kafka broker ...");
        try (var broker = BrokerProcess.start(settings.directory().resolve("broker"))) {
            TallystoneSettings tallystone = ConfigReader.read(yaml() + agreement(), Map.of("kafka.bootstrap.servers",
                    broker.bootstrapServers(), "http.port", Integer.toString(settings.port())));
            Ledger ledger = tallystone.meter().ledger();
            createTopics(broker.bootstrapServers(), ledger);
            Verdict verdict = run(broker.bootstrapServers(), tallystone, ledger);
            verdict.lines().forEach(System.out::println); // when all else is silent: these are the last lines
            return verdict.isRight() ? 0 : FAILED;
        } catch (StartException e) { // the broker is stopped by now
            System.err.println(e.getMessage() + "; choose a port with -Ddemo.port, where 0 takes a free one");
            return FAILED;
        }
    }

    private static String yaml() throws IOException {
        try (InputStream yaml = Demo.class.getResourceAsStream("demo.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("demo.yaml is not beside " + Demo.class);
            }
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Ends so soon that the page warns of it. */
    private String agreement() {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return settings.agreement().map(percent -> """

            agreements:
              - id: example
                percent_off: "%s"
                from: %s
                until: %s
                source: an example
            """.formatted(percent, today.minus(30, ChronoUnit.DAYS), today.plus(20, ChronoUnit.DAYS))).orElse("");
    }

    /** Before anyone sends: a producer that meets topics just being created may lose its sequence. */
    private static void createTopics(String bootstrapServers, Ledger ledger) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new LedgerTopics(admin, ledger).createOrCheck();
        }
    }

    private Verdict run(String bootstrapServers, TallystoneSettings tallystone, Ledger ledger)
            throws InterruptedException {
        try (var process = Tallystone.start(tallystone, clock, this::fail);
                var balance = new Balance(bootstrapServers, ledger)) {
            Instant start = clock.instant();
            var generator = new LoadGenerator(new LoadSettings(Map.of("bootstrap.servers", bootstrapServers),
                    ledger.invocations(), LoadSettings.FOREVER),
                    new Workload(settings.scenario(), settings.seed(), start, settings.day(), settings.rate()), clock);
            announce(process);
            generator.start();
            String freshness;
            try (var watch = EventToPage.watch(URI.create(process.address()), generator::sentSoFar)) {
                printUntilStopped(process, generator, start);
                freshness = watch.summary();
            }
            generator.stop();
            return judge(generator, balance, freshness);
        }
    }

    private void announce(Tallystone process) {
        System.out.printf("Tallystone is at %s%n", process.address());
        System.out.printf("scenario %s: %s; a day of it lasts %s. Ctrl-C ends it with the balance.%n",
                settings.scenario().name(), settings.scenario().description(), days());
    }

    /** Such as {@code 10m}. */
    private String days() {
        return settings.day().toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private void fail(Throwable e) {
        failure.set(e);
        stop.give();
    }

    private void printUntilStopped(Tallystone process, LoadGenerator generator, Instant start)
            throws InterruptedException {
        long sentBefore = 0;
        Instant end = settings.duration().map(start::plus).orElse(Instant.MAX);
        while (clock.instant().isBefore(end) && !stop.await(LINE_EVERY)) {
            long sent = generator.sentSoFar();
            Instant now = clock.instant();
            System.out.println(StatusLine.of(process.view(), (sent - sentBefore) / (double) LINE_EVERY.toSeconds(),
                    Duration.between(start, now), now));
            sentBefore = sent;
        }
    }

    private Verdict judge(LoadGenerator generator, Balance balance, String freshness) {
        ExpectedTotals expected = generator.sent();
        balance.awaitAnswered(expected.sent(), DRAIN);
        var lines = new ArrayList<String>();
        generator.failure().ifPresent(e -> lines.add("not all could be sent: " + e));
        Throwable failed = failure.get();
        if (failed != null) {
            lines.add("stopped early: " + failed);
        }
        lines.addAll(balance.differences(expected));
        boolean isRight = lines.isEmpty();
        lines.add(freshness);
        lines.add("balance: " + balance.summary(expected));
        return new Verdict(lines, isRight);
    }

    /** The last lines, of which the very last is the balance. */
    private record Verdict(List<String> lines, boolean isRight) {

        Verdict {
            lines = List.copyOf(lines);
        }
    }
}
