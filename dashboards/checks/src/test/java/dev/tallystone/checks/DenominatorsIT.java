package dev.tallystone.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.tallystone.Tallystone;
import dev.tallystone.tallystone.config.ConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's Prometheus scrapes a help desk that has closed 42 tickets, and Tallystone asks it how many there were in the
 * hour. Nobody waits for the hour to end: Tallystone's clock stands after it, and Prometheus answers for a time that is
 * yet to come.
 */
@Timeout(180)
class DenominatorsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String QUERY = "sum(max_over_time(tickets_closed_total[1h]))";

    @TempDir
    private Path directory;

    @Test
    void aQueryOfARealPrometheusGivesTheCountOfTheHour() throws IOException {
        HttpServer desk = helpDesk();
        String listen = "127.0.0.1:" + Server.freePort();
        try (var prometheus = prometheus(listen, desk.getAddress().getPort())) {
            prometheus.awaitReady("http://%s/".formatted(listen), PATIENCE);
            Instant[] end = new Instant[1];
            prometheus.await("having scraped in an hour that has not ended", PATIENCE, () -> {
                end[0] = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
                return answerAt(listen, end[0]).contains("\"42\"");
            });

            JsonNode tickets = whatTallystoneKnows(listen, end[0]);

            assertThat(tickets.path("count").asInt()).as("of hours before, Prometheus knows nothing").isEqualTo(1);
            assertThat(tickets.path("values").path(0).path("value").asText()).isEqualTo("42");
            assertThat(tickets.path("values").path(0).path("until").asText()).isEqualTo(end[0].toString());
        } finally {
            desk.stop(0);
        }
    }

    private JsonNode whatTallystoneKnows(String prometheus, Instant end) {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        var later = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), end.plusSeconds(120)));
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"));
                var tallystone = Tallystone.start(ConfigReader.read(config(prometheus),
                        Map.of("kafka.bootstrap.servers", broker.bootstrapServers())), later, failures::add)) {
            JsonNode known = awaitValue(tallystone.address());
            String metrics = Server.get(tallystone.address() + "metrics").body();

            assertThat(failures).isEmpty();
            assertThat(metrics).contains("tallystone_denominator_errors_total{name=\"tickets\"} 0.0")
                    .contains("tallystone_denominator_last_success_timestamp_seconds{name=\"tickets\"} ");
            assertThat(known.path("queries").path(0).path("error").asText()).isEmpty();
            return known.path("denominators").path(0);
        }
    }

    private static JsonNode awaitValue(String address) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        JsonNode known = known(address);
        while (known.path("denominators").isEmpty() && System.nanoTime() < giveUp) {
            Server.sleep();
            known = known(address);
        }
        return known;
    }

    private static JsonNode known(String address) {
        try {
            return Sources.JSON.readTree(Server.get(address + "api/v1/denominators").body());
        } catch (IOException e) {
            throw new AssertionError("no JSON", e);
        }
    }

    private static String config(String prometheus) {
        return """
            http: { port: 0 }
            ledger: { partitions: 1, replication: 1 }
            denominators:
              queries:
                - { name: tickets, prometheus: "http://%s", query: "%s", every: 1h }
            """.formatted(prometheus, QUERY);
    }

    private static String answerAt(String prometheus, Instant time) {
        return Server.get("http://%s/api/v1/query?query=%s&time=%d".formatted(prometheus,
                URLEncoder.encode(QUERY, UTF_8), time.getEpochSecond())).body();
    }

    private static HttpServer helpDesk() throws IOException {
        HttpServer desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/metrics", exchange -> {
            byte[] body = """
                # TYPE tickets_closed_total counter
                tickets_closed_total{queue="billing"} 30
                tickets_closed_total{queue="login"} 12
                """.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        desk.start();
        return desk;
    }

    private Server prometheus(String listen, int target) throws IOException {
        Path config = directory.resolve("prometheus.yml");
        Files.writeString(config, """
            scrape_configs:
              - job_name: desk
                scrape_interval: 1s
                static_configs: [{ targets: ["127.0.0.1:%d"] }]
            """.formatted(target));
        return Server.start(directory.resolve("prometheus.log"), List.of(Tool.path("prometheus"),
                "--config.file=" + config, "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=" + listen, "--log.level=warn"));
    }
}
