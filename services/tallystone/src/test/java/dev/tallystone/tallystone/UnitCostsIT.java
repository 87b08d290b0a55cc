package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Counts of the user's own, posted to a whole process: what one cost, what is refused, and what a restart leaves. */
@Timeout(180)
class UnitCostsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "api/v1/denominators";

    @TempDir
    private Path directory;
    private final MovedClock clock = new MovedClock();

    private RunningProcess start(EmbeddedBroker broker) {
        return new RunningProcess(broker.bootstrapServers(), clock,
                Map.of("denominators.file", directory.resolve("denominators.json").toString()));
    }

    private static String body(Instant from, Instant until, String value) {
        return "{\"name\":\"tickets\",\"from\":\"%s\",\"until\":\"%s\",\"value\":\"%s\"}".formatted(from, until, value);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + answer.body(), e);
        }
    }

    private static JsonNode perOne(RunningProcess process) {
        return json(process.get("api/v1/unit-costs?window=to_date")).path("denominators").path(0);
    }

    @Test
    void aPostedCountDividesTheCostOfItsMinutesAndSurvivesARestart() throws IOException {
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"))) {
            Instant until = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
            Instant from = until.minus(5, ChronoUnit.MINUTES);
            clock.moveTo(Duration.ofMinutes(-12)); // so counting begins before the calls
            try (var process = start(broker)) {
                Wait.until("ready", process::isReady);
                clock.moveTo(Duration.ZERO);
                long sent = Traffic.send(broker.bootstrapServers());
                Wait.until("all is counted",
                        () -> json(process.get("api/v1/board")).path("board")
                                .path("trust")
                                .path("records")
                                .asLong() == sent);

                JsonNode taken = json(process.post(PATH, body(from, until, "1250")));
                assertThat(taken.path("replaced").asText()).isEqualTo("false");
                assertThat(json(process.post(PATH, body(from, until, "8"))).path("replaced").asText()).isEqualTo(
                        "true");

                JsonNode one = perOne(process);
                assertThat(one.path("coverage").path("value").asText()).isEqualTo("8");
                var cost = new BigDecimal(one.path("cost").path("cost").path("effective_cost").asText());
                assertThat(cost).isPositive();
                assertThat(new BigDecimal(one.path("per_one").asText())).isEqualByComparingTo(
                        cost.divide(new BigDecimal("8"), 12, RoundingMode.HALF_EVEN));
                Wait.until("the metric", () -> process.scrape()
                        .values()
                        .keySet()
                        .stream()
                        .anyMatch(
                                series -> series.startsWith("bedrock_unit_cost_usd{")
                                        && series.contains("\"tickets\"")));
                assertThat(toDateOfModels(process)).isEqualByComparingTo(total(process));
                commandLinePrintsTheSame(process);
                refusals(process, from, until);
                assertThat(process.failures()).isEmpty();
            }
            try (var again = start(broker)) {
                Wait.until("ready", again::isReady);

                assertThat(json(again.get(PATH)).path("denominators")
                        .path(0)
                        .path("values")
                        .path(0)
                        .path("value")
                        .asText()).isEqualTo("8");
                assertThat(perOne(again).path("per_one").asText()).isNotEmpty();
            }
        }
    }

    private static BigDecimal total(RunningProcess process) {
        return effective(json(process.get("api/v1/unit-costs?window=to_date")).path("total"));
    }

    private static BigDecimal toDateOfModels(RunningProcess process) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : json(process.get("api/v1/board")).path("board").path("models")) {
            sum = sum.add(new BigDecimal(line.path("to_date").path("effective_cost").asText()));
        }
        return sum;
    }

    private static BigDecimal effective(JsonNode line) {
        return new BigDecimal(line.path("cost").path("effective_cost").asText());
    }

    private static void commandLinePrintsTheSame(RunningProcess process) {
        var out = new StringWriter();
        int exit = Main.commandLine(new PrintWriter(out), new PrintWriter(out))
                .execute("unit-costs", "to_date", "--url", process.tallystone().address());

        assertThat(exit).isZero();
        assertThat(out.toString()).startsWith("all models, to_date, ").contains("one of").contains("  tickets: $");
    }

    private static void refusals(RunningProcess process, Instant from, Instant until) {
        assertRefused(process.post(PATH, body(from, until.plus(1, ChronoUnit.HOURS), "8")), 400,
                "until must not be in the future");
        assertRefused(process.post(PATH, body(from.plusSeconds(60), until, "8")), 400,
                "only the same stretch may be given again");
        assertRefused(process.post(PATH, body(from, until, "-8")), 400, "value must be 0 or more, not -8");
        assertRefused(process.post(PATH, "{"), 400, "the body must be JSON such as");
        assertRefused(process.post(PATH, ""), 400, "the body must be one object");
        assertRefused(process.postAs("text/plain", PATH, body(from, until, "8")), 415,
                "Content-Type must be application/json, not text/plain");
        assertRefused(process.post(PATH, body(from, until, "8") + " ".repeat(5_000)), 413,
                "a value has 4096 bytes at most");
        assertRefused(process.get("api/v1/unit-costs?window=fortnight"), 400, "not 'fortnight'");
        assertRefused(process.get("api/v1/unit-costs?modle=x"), 400, "there is no parameter 'modle'");
        assertRefused(process.get("api/v1/unit-costs?model=acme"), 400, "no model in use is called 'acme'");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(why);
    }
}
