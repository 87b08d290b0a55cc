package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.broker.EmbeddedBroker;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The promise: a month that was closed says the same for ever, and what comes later is billed apart. */
@Timeout(120)
class MonthsIT {

    private static final int CALLS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final YearMonth last = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    @TempDir
    private Path directory;

    private Instant day(int day) {
        return last.atDay(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
    }

    @Test
    void aClosedMonthStaysAndLateCallsAreACorrection() throws IOException {
        Files.createDirectory(directory.resolve("closed"));
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"))) {
            try (var process = start(broker)) {
                send(broker, 1, CALLS);
                Wait.until("all is counted", () -> month(process).path("requests").asInt() == CALLS);
                BigDecimal before = usd(month(process).path("costs"));
                assertThat(process.post(close("")).body()).contains("is incomplete: counted only since");
                assertThat(month(process).path("state").asText()).isEqualTo("OPEN");

                assertThat(process.post("api/v1/months/+999999999-12/close").body()).contains("is no month such as");
                JsonNode closed = JSON.readTree(process.post(close("?accept_incomplete=true")).body());
                assertThat(closed.path("digest").asText()).hasSize(64);
                send(broker, 2, 1);
                Wait.until("it came late", () -> late(process) == 1);
                assertLate(process, before);
                assertThat(process.failures()).isEmpty();
            }
            try (var again = start(broker)) {
                Wait.until("ready", again::isReady);
                Wait.until("it is known again", () -> late(again) == 1);
                assertThat(month(again).path("state").asText()).isEqualTo("CLOSED");
                assertThat(again.post(close("")).body()).contains("is closed already");
            }
        }
    }

    /** All calls are alike. */
    private void assertLate(RunningProcess process, BigDecimal before) {
        assertThat(before).isPositive();
        assertThat(usd(month(process).path("costs"))).isEqualByComparingTo(before);
        BigDecimal correction = usd(month(process).path("closing").path("correction"));
        assertThat(correction.multiply(BigDecimal.valueOf(CALLS))).isEqualByComparingTo(before);
    }

    private void send(EmbeddedBroker broker, int day, int calls) {
        try (var traffic = new Traffic(broker.bootstrapServers(), "invocations")) {
            for (int call = 0; call < calls; call++) {
                traffic.callAt(day(day));
            }
        }
    }

    private RunningProcess start(EmbeddedBroker broker) {
        return new RunningProcess(broker.bootstrapServers(), Clock.systemUTC(),
                Map.of("close.folder", directory.resolve("closed").toString()));
    }

    private String close(String query) {
        return "api/v1/months/%s/close%s".formatted(last, query);
    }

    private int late(RunningProcess process) {
        return month(process).path("closing").path("late_requests").asInt();
    }

    /** Missing while nothing of it is known. */
    private JsonNode month(RunningProcess process) {
        try {
            for (JsonNode month : JSON.readTree(process.get("api/v1/months").body()).path("months")) {
                if (month.path("month").asText().equals(last.toString())) {
                    return month;
                }
            }
            return JSON.missingNode();
        } catch (IOException e) {
            throw new AssertionError("no JSON", e);
        }
    }

    private static BigDecimal usd(JsonNode costs) {
        return new BigDecimal(costs.path("effective_cost").asText());
    }
}
