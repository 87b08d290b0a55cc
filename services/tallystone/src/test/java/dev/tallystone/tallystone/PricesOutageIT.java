package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.pricing.book.PriceBookReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The promise: new prices that come while Kafka is out of reach wait, and nothing that is shown goes away for them. */
@Timeout(180)
class PricesOutageIT {

    private static final String ROW = "{ model: \"amazon.nova-pro-v1:0\", region: us-east-1, option: on_demand, measure: output";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void newPricesWaitForKafkaAndAreSaidToWait() throws IOException {
        Path file = directory.resolve("prices.yaml");
        String shipped = new String(PriceBookReader.shippedText(), StandardCharsets.UTF_8);
        Files.writeString(file, shipped);
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"));
        try (var monitor = start(broker, file, "[monitor]")) {
            countOnce(broker, file, monitor);
            String before = prices(monitor).path("digest").asText();

            broker.close();
            Files.writeString(file, withOneMoreRegion(shipped));
            Wait.until("the wait is said", () -> prices(monitor).path("error").asText().contains("from Kafka"));
            HttpResponse<String> asked = monitor.post("api/v1/prices/reprice");

            assertThat(asked.statusCode()).isEqualTo(503);
            assertThat(asked.body()).contains("the tallies cannot be read from Kafka");
            assertThat(monitor.scrape().value("tallystone_price_book_reload_ok")).isZero();
            assertThat(prices(monitor).path("digest").asText()).isEqualTo(before);
            assertThat(monitor.get("api/v1/board").statusCode()).isEqualTo(200);
            assertThat(monitor.failures()).isEmpty();

            broker = EmbeddedBroker.start(directory.resolve("broker"), broker.port());
            Wait.until("the new prices hold", () -> !prices(monitor).path("digest").asText().equals(before));
            assertThat(prices(monitor).path("error").asText()).isEmpty();
            assertThat(monitor.post("api/v1/prices/reprice").statusCode()).isEqualTo(200);
            assertThat(monitor.failures()).isEmpty();
        } finally {
            broker.close();
        }
    }

    /** The meter ends before the broker does, so that the monitor alone is asked how it bears it. */
    private static void countOnce(EmbeddedBroker broker, Path file, RunningProcess monitor) {
        try (var _ = start(broker, file, "[meter]")) {
            long sent = Traffic.send(broker.bootstrapServers());
            Wait.until("all is counted", () -> json(monitor, "api/v1/board").path("board")
                    .path("trust")
                    .path("records")
                    .asLong() == sent);
        }
    }

    private static String withOneMoreRegion(String shipped) {
        String row = shipped.lines().filter(line -> line.contains(ROW)).findFirst().orElseThrow();
        return shipped.replace(row, row + "\n" + row.replace("us-east-1", "eu-isoe-west-1"));
    }

    private static RunningProcess start(EmbeddedBroker broker, Path file, String roles) {
        return new RunningProcess(broker.bootstrapServers(), Clock.systemUTC(),
                Map.of("roles", roles, "prices.file", file.toString(), "prices.reload", "200ms"));
    }

    private static JsonNode prices(RunningProcess process) {
        return json(process, "api/v1/prices");
    }

    private static JsonNode json(RunningProcess process, String path) {
        try {
            return JSON.readTree(process.get(path).body());
        } catch (IOException e) {
            throw new AssertionError("no JSON at " + path, e);
        }
    }
}
