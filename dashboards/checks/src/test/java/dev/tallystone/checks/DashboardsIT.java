package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallystone.checks.Dashboard.Panel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole way: the demo, Debian's Prometheus and Alertmanager with the committed files, and a receiver.
 *
 * <p>
 * Prometheus scrapes the demo under two names, so it sees two replicas of the same numbers.
 */
class DashboardsIT {

    /** An hour of the company passes in fifteen seconds, so the nightly job and the image studio both come to work. */
    private static final Duration DAY = Duration.ofMinutes(6);
    private static final Duration SAFETY = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The units that the demo owns run on, so they have no end; the monitor's own test holds the name. */
    private static final Set<String> NOT_IN_THE_DEMO = Set.of("bedrock_commitment_end_timestamp_seconds");

    private static final Deque<AutoCloseable> STARTED = new ArrayDeque<>();
    private static FakeReceiver receiver;
    private static DemoProcess demo;
    private static Prometheus prometheus;

    @BeforeAll
    static void startEverything() {
        Path directory = Path.of("target", "dashboards-it-" + ProcessHandle.current().pid()).toAbsolutePath();
        receiver = started(new FakeReceiver());
        var alertmanager = started(Alertmanager.start(directory.resolve("alertmanager"), receiver.address()));
        demo = started(DemoProcess.start(directory.resolve("demo"), DAY, SAFETY));
        prometheus = started(Prometheus.start(directory.resolve("prometheus"),
                List.of("127.0.0.1:" + demo.port(), "localhost:" + demo.port()), alertmanager.address()));
    }

    private static <T extends AutoCloseable> T started(T server) {
        STARTED.push(server);
        return server;
    }

    @AfterAll
    static void stopWhatWasStarted() throws Exception {
        while (!STARTED.isEmpty()) {
            STARTED.pop().close();
        }
    }

    @Test
    void everyQueryOfEveryPanelHasAPlausibleValue() {
        var walker = new Walker(prometheus);

        assertThat(emptiedInTime(() -> walker.findings(Dashboard.read()))).isEmpty();
    }

    @Test
    void theWalkerWouldNoticeAMisspeltMetric() {
        assertThat(prometheus.now("sum(bedrock_burn_rate_usd_per_hours)")).isEmpty();
    }

    @Test
    void everyMetricOfDashboardAndRulesIsScraped() {
        Set<String> named = new TreeSet<>();
        Stream.concat(Dashboard.read().expressions().stream(), AlertRule.all().stream().map(AlertRule::expr))
                .forEach(expr -> named.addAll(PromQl.metrics(expr)));
        named.removeAll(NOT_IN_THE_DEMO);

        assertThat(emptiedInTime(() -> {
            Set<String> scraped = prometheus.metrics();
            return named.stream().filter(name -> !scraped.contains(name)).toList();
        })).isEmpty();
    }

    @Test
    void promtoolFindsNothingWrongWithTheScrape() {
        String scrape = demo.metrics();
        Tool.Answer answer = Tool.promtool().run(scrape, List.of("check", "metrics"));

        assertThat(scrape).contains("tallystone_caught_up");
        assertThat(answer.exit()).as(answer.output()).isZero();
        assertThat(answer.output()).isEmpty();
    }

    @Test
    void twoReplicasAreNotAddedUp() {
        String perReplica = "sum by (instance) (bedrock_cost_today_usd)";
        demo.await("costing something in two replicas", PATIENCE,
                () -> prometheus.now(perReplica + " > 0").size() == 2);

        double one = prometheus.now("max(%s)".formatted(perReplica)).getFirst();
        double shown = prometheus.now(Walker.substituted(query("Cost today ($basis)"))).getFirst();

        assertThat(shown).isCloseTo(one, withinPercentage(20)); // they are scraped seconds apart
    }

    @Test
    void aStandingRecommendationReachesTheReceiverWithItsSaving() {
        demo.await("telling people to use batch", PATIENCE,
                () -> !receiver.firing("digest", "BedrockSwitchToBatch").isEmpty());

        JsonNode alert = receiver.firing("digest", "BedrockSwitchToBatch").getFirst();

        assertThat(alert.path("labels").path("model").asText()).isNotEmpty();
        assertThat(alert.path("labels").path("region").asText()).isNotEmpty();
        assertThat(alert.path("annotations").path("description").asText())
                .containsPattern("It would save \\d+\\.\\d\\d US dollars an hour");
    }

    private static String query(String title) {
        return Dashboard.read()
                .drawn()
                .stream()
                .filter(panel -> panel.title().equals(title))
                .map(Panel::targets)
                .findFirst()
                .orElseThrow()
                .getFirst()
                .expr();
    }

    /** Asks again until nothing is left to complain of, or the patience ends. */
    private static List<String> emptiedInTime(Supplier<List<String>> findings) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> left = findings.get();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Server.sleep();
            left = findings.get();
        }
        return left;
    }
}
