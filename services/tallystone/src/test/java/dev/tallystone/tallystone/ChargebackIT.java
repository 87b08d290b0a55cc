package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of an hour of owned units, from two teams' calls to what each of them pays. */
@Timeout(120)
class ChargebackIT {

    private static final String UNITS = "arn:aws:bedrock:us-east-1:111122223333:provisioned-model/fraud";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
    private final String partOfAds = "share of input tokens, which bound minute %s:10; capacity by contract"
            .formatted(hour.toString().substring(11, 13));

    @TempDir
    private Path directory;

    private Map<String, String> config() {
        return Map.of("commitments", """
            [{id: fraud, account: "111122223333", region: us-east-1, model: "%s", units: 1, term: provisioned_none,
              usd_per_unit_hour: "60", start: %s, owner: search}]""".formatted(UNITS, hour.minusSeconds(3_600)),
                "standing.model_storage", """
                    [{id: kept, account: "111122223333", region: us-east-1, model: "%s", usd_per_month: "720",
                      start: %s, owner: video}]""".formatted(UNITS, hour.minusSeconds(3_600)),
                "capacities", """
                    [{model: "amazon.nova-lite-v1:0", input_tokens_per_minute: 1000000,
                      output_tokens_per_minute: 200000, source: contract}]""",
                "aliases", """
                    [{called: "%s", model: "amazon.nova-lite-v1:0", routing: in_region, custom: true,
                      from: %s, until: 2100-01-01T00:00:00Z}]""".formatted(UNITS, hour.minusSeconds(3_600)));
    }

    @Test
    void isDividedBetweenTwoTeams() throws IOException {
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"));
                var process = new RunningProcess(broker.bootstrapServers(), Clock.systemUTC(), config())) {
            try (var traffic = new Traffic(broker.bootstrapServers(), "invocations")) {
                traffic.call(hour.minusSeconds(7_200), "amazon.nova-lite-v1:0", "ads", 1, 1);
                traffic.call(hour.plusSeconds(600), UNITS, "ads", 600_000, 10);
                traffic.call(hour.plusSeconds(1_200), UNITS, "search", 300_000, 10);
                traffic.call(hour.plusSeconds(1_800), "amazon.nova-lite-v1:0", "ads", 900_000, 10);
            }
            Wait.until("all is counted", () -> records(process) == 4);

            assertHour(process, "api/v1/chargeback");
            assertHour(process, "api/v1/chargeback?hours=4");
            assertHour(process, "api/v1/chargeback?window=" + hour.toString().substring(0, 10));
            assertCommand(process);
            assertRefusals(process);
            assertThat(process.failures()).isEmpty();
        }
    }

    private static long records(RunningProcess process) {
        return json(process, "api/v1/board").path("board").path("trust").path("records").asLong();
    }

    private void assertHour(RunningProcess process, String path) {
        JsonNode charge = json(process, path).path("charges").path(0);
        assertThat(charge.path("id").asText()).isEqualTo("fraud");
        for (JsonNode part : charge.path("parts")) {
            if (Instant.parse(part.path("from").asText()).equals(hour)) {
                assertThat(part.path("rows")).extracting(row -> row.path("line").asText() + " "
                        + row.path("costs").path("effective_cost").asText())
                        .containsExactly("ads 0.6",
                                "search 0.3", "idle 59.1");
                assertThat(part.path("rows").path(0).path("method").asText()).isEqualTo(partOfAds);
                return;
            }
        }
        throw new AssertionError("no hour from %s at %s: %s".formatted(hour, path, charge));
    }

    private void assertCommand(RunningProcess process) throws IOException {
        String url = process.tallystone().address().toString();
        var text = new StringWriter();
        var json = new StringWriter();
        var err = new StringWriter();

        assertThat(run(text, err, "chargeback", "--url", url, "--hours", "24")).as(err.toString()).isZero();
        assertThat(text.toString()).containsSubsequence(
                "fraud: 1 unit of amazon.nova-lite-v1:0 in us-east-1, of search",
                "ads                    used              0.6000  " + partOfAds,
                "search                 used              0.3000", "idle                   unused           59.1000",
                "kept: 1 model of", "video                    undivided");
        assertThat(run(json, err, "chargeback", "--url", url, "--json", "--window", "month")).isZero();
        assertThat(JSON.readTree(json.toString()).path("window").asText()).isEqualTo("month");
        assertThat(run(text, err, "chargeback", "--url", url, "--window", "lately")).isEqualTo(1);
        assertThat(err.toString()).startsWith("window must be one of 1m, ").endsWith("not 'lately'\n");
        assertThat(run(text, err, "chargeback", "--url", url, "--hours", "many")).isEqualTo(64);
    }

    private static int run(StringWriter out, StringWriter err, String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }

    private static void assertRefusals(RunningProcess process) throws IOException {
        assertRefused(process, "hours=25", "hours must lie between 1 and 24, not 25");
        assertRefused(process, "hours=0", "hours must lie between 1 and 24, not 0");
        assertRefused(process, "hours=many", "hours must be a whole number, not 'many'");
        assertRefused(process, "hours=3&window=today",
                "either window or hours, not both: window=today, hours=3");
        assertRefused(process, "windw=today", "there is no parameter 'windw'; there are [window, hours]");
        assertThat(error(process.get("api/v1/chargeback?window=2026-13"))).endsWith("not '2026-13'");
    }

    private static void assertRefused(RunningProcess process, String query, String why) throws IOException {
        assertThat(error(process.get("api/v1/chargeback?" + query))).isEqualTo(why);
    }

    private static String error(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(400);
        return JSON.readTree(answer.body()).path("error").asText();
    }

    private static JsonNode json(RunningProcess process, String path) {
        try {
            return JSON.readTree(process.get(path).body());
        } catch (IOException e) {
            throw new AssertionError("no JSON at " + path, e);
        }
    }
}
