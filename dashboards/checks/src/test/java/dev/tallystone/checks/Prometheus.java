package dev.tallystone.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Debian's Prometheus with the committed configuration and rules; only the two addresses are others. */
final class Prometheus implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration LOOK_BACK = Duration.ofMinutes(5);
    private static final int STEP_S = 10;

    private final Server server;
    private final String address;

    private Prometheus(Server server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Scrapes the targets as replicas of one job. */
    static Prometheus start(Path directory, List<String> targets, String alertmanager) {
        configure(directory, targets, alertmanager);
        String listen = "127.0.0.1:" + Server.freePort();
        var server = Server.start(directory.resolve("prometheus.log"), List.of(Tool.path("prometheus"),
                "--config.file=" + directory.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=" + listen, "--log.level=warn"));
        var prometheus = new Prometheus(server, "http://%s/".formatted(listen));
        try {
            server.awaitReady(prometheus.address, START);
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
        return prometheus;
    }

    private static void configure(Path directory, List<String> targets, String alertmanager) {
        try {
            Files.createDirectories(directory.resolve("rules"));
            for (Path rules : Sources.files("dashboards/prometheus/rules", ".yml")) {
                Files.writeString(directory.resolve("rules").resolve(rules.getFileName()), Sources.text(rules));
            }
            String configuration = Sources.text(Sources.file("dashboards/prometheus/prometheus.yml"));
            Files.writeString(directory.resolve("prometheus.yml"),
                    replaced(replaced(configuration, "\"tallystone:8080\"", quoted(targets)), "\"alertmanager:9093\"",
                            quoted(List.of(alertmanager))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String replaced(String text, String old, String replacement) {
        if (!text.contains(old)) {
            throw new AssertionError("prometheus.yml does not name " + old);
        }
        return text.replace(old, replacement);
    }

    private static String quoted(List<String> addresses) {
        return addresses.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    }

    /** The finite values of a query now. */
    List<Double> now(String expr) {
        return values(result("api/v1/query?query=" + URLEncoder.encode(expr, UTF_8)), "value");
    }

    /** The finite values of a query over the last minutes. */
    List<Double> lately(String expr) {
        long end = Instant.now().getEpochSecond();
        return values(result("api/v1/query_range?query=%s&start=%d&end=%d&step=%d".formatted(
                URLEncoder.encode(expr, UTF_8), end - LOOK_BACK.toSeconds(), end, STEP_S)), "values");
    }

    /** The names of every metric that was ever scraped. */
    Set<String> metrics() {
        return stream(answer("api/v1/label/__name__/values")).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private JsonNode result(String path) {
        return answer(path).path("result");
    }

    private JsonNode answer(String path) {
        try {
            JsonNode answer = Sources.JSON.readTree(Server.get(address + path).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new AssertionError("%s: %s".formatted(answer.path("error").asText(), path));
            }
            return answer.path("data");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample is [time, "value"]; a series has one of them, or a list. */
    private static List<Double> values(JsonNode series, String field) {
        return stream(series).map(one -> one.path(field))
                .flatMap(samples -> field.equals("values") ? stream(samples) : Stream.of(samples))
                .map(sample -> Double.valueOf(sample.path(1).asText().replace("Inf", "Infinity")))
                .filter(Double::isFinite)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public void close() {
        server.close();
    }
}
