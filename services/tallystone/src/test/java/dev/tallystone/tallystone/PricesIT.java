package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.pricing.book.PriceBookReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The promise: a price file may change, or be wrong, at any time, and no past cost changes unless somebody says so. */
@Timeout(120)
class PricesIT {

    private static final String NOVA_PRO = "amazon.nova-pro-v1:0";
    private static final String ROW = "model: \"amazon.nova-pro-v1:0\", region: us-east-1, option: on_demand, "
            + "measure: output, per: 1M tokens, usd: \"3.20\"";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void aFileIsReadAgainRefusedOrHeldAndRepricedOnlyWhenSomebodySaysSo() throws IOException {
        Path file = directory.resolve("prices.yaml");
        String shipped = new String(PriceBookReader.shippedText(), StandardCharsets.UTF_8);
        Files.writeString(file, shipped);
        try (var broker = EmbeddedBroker.start(directory.resolve("broker")); var process = start(broker, file)) {
            long sent = Traffic.send(broker.bootstrapServers());
            Wait.until("all is counted", () -> board(process).path("trust").path("records").asLong() == sent);
            BigDecimal before = cost(process);
            assertThat(before).isPositive();

            Files.writeString(file, shipped.substring(0, shipped.length() / 2));
            Wait.until("the half-written file is refused",
                    () -> status(process).path("reload_ok").asText().equals("false"));
            assertThat(process.scrape().value("tallystone_price_book_reload_ok")).isZero();
            assertThat(cost(process)).isEqualByComparingTo(before);

            assertThat(shipped).contains(ROW);
            Files.writeString(file, shipped.replace(ROW, ROW.replace("3.20", "6.40")));
            Wait.until("the row is held", () -> status(process).path("held").size() == 1);
            assertThat(status(process).path("reload_ok").asBoolean()).isTrue();
            assertThat(cost(process)).isEqualByComparingTo(before);

            JsonNode asked = JSON.readTree(process.post("api/v1/prices/reprice").body());
            BigDecimal after = before;
            for (JsonNode month : asked.path("months")) {
                after = after.add(new BigDecimal(month.path("change").asText()));
            }
            BigDecimal repriced = after;
            assertThat(asked.path("months").path(0).path("model").asText()).isEqualTo(NOVA_PRO);
            assertThat(after).as("output costs twice as much, input does not").isGreaterThan(before);
            assertThat(cost(process)).as("nothing but a question").isEqualByComparingTo(before);

            assertThat(process.post("api/v1/prices/reprice?apply=true").statusCode()).isEqualTo(200);
            Wait.until("the new price holds", () -> cost(process).compareTo(repriced) == 0);
            assertThat(status(process).path("held")).isEmpty();
            assertThat(process.failures()).isEmpty();
        }
        try (var broker = EmbeddedBroker.start(directory.resolve("other")); var again = start(broker, file)) {
            Wait.until("ready", again::isReady);
            assertThat(status(again).path("held")).as("what was in force was kept over the restart").isEmpty();
        }
    }

    private RunningProcess start(EmbeddedBroker broker, Path file) {
        return new RunningProcess(broker.bootstrapServers(), Clock.systemUTC(),
                Map.of("prices.file", file.toString(), "prices.in_force", directory.resolve("in-force.yaml").toString(),
                        "prices.reload", "200ms"));
    }

    private static JsonNode board(RunningProcess process) {
        return json(process, "api/v1/board").path("board");
    }

    private static JsonNode status(RunningProcess process) {
        return json(process, "api/v1/prices");
    }

    private static BigDecimal cost(RunningProcess process) {
        for (JsonNode line : board(process).path("models")) {
            if (line.path("model").asText().equals(NOVA_PRO) && line.path("mode").asText().equals("ON_DEMAND")) {
                return new BigDecimal(line.path("to_date").path("list_cost").asText());
            }
        }
        return BigDecimal.ZERO;
    }

    private static JsonNode json(RunningProcess process, String path) {
        try {
            return JSON.readTree(process.get(path).body());
        } catch (IOException e) {
            throw new AssertionError("no JSON at " + path, e);
        }
    }
}
