package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.monitor.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The promise: a meter that is silent reads as stale, never as if nothing were spent. */
@Timeout(120)
class StaleIT {

    private static final String COST = "bedrock_cost_to_date_usd";

    @TempDir
    private Path directory;
    private final MovedClock monitorClock = new MovedClock();

    @Test
    void aMeterThatEndedLeavesNoGaugeOfUsageOrMoneyAndReturnsThem() {
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"));
                var monitor = start(broker, monitorClock, "[monitor]")) {
            try (var _ = start(broker, Clock.systemUTC(), "[meter]")) {
                Traffic.send(broker.bootstrapServers());
                Wait.until("spending", () -> isSpending(monitor.scrape()));
                assertFresh(monitor);
            }

            monitorClock.moveTo(View.STALE_AFTER.plusSeconds(1));
            assertStale(monitor);

            monitorClock.moveTo(Duration.ZERO);
            try (var _ = start(broker, Clock.systemUTC(), "[meter]")) {
                Wait.until("spending again", () -> isSpending(monitor.scrape()));
                assertFresh(monitor);
            }
            assertThat(monitor.failures()).isEmpty();
        }
    }

    private static RunningProcess start(EmbeddedBroker broker, Clock clock, String roles) {
        return new RunningProcess(broker.bootstrapServers(), clock, Map.of("roles", roles));
    }

    private static boolean isSpending(Scrape scrape) {
        return scrape.values()
                .entrySet()
                .stream()
                .anyMatch(series -> series.getKey().startsWith(COST) && series.getValue() > 0);
    }

    private static void assertFresh(RunningProcess monitor) {
        Scrape scrape = monitor.scrape();
        assertThat(scrape.value("tallystone_stale")).isZero();
        assertThat(scrape.gauges(StaleIT::isUsageOrMoney)).contains(COST, "bedrock_cost_usd", "bedrock_cost_month_usd",
                "bedrock_burn_rate_usd_per_hour");
        assertThat(monitor.get("api/v1/board").body()).contains("\"stale\":false");
    }

    private static void assertStale(RunningProcess monitor) {
        Scrape scrape = monitor.scrape();
        assertThat(scrape.value("tallystone_stale")).isEqualTo(1);
        assertThat(scrape.value("tallystone_delay_seconds")).isGreaterThan(61);
        assertThat(scrape.value("tallystone_caught_up")).isEqualTo(1);
        assertThat(scrape.gauges(StaleIT::isUsageOrMoney)).isEmpty();
        assertThat(monitor.get("api/v1/board").body()).contains("\"stale\":true");
    }

    private static boolean isUsageOrMoney(String metric) {
        return metric.startsWith("bedrock_");
    }
}
