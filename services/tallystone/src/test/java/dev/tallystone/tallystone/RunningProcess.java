package dev.tallystone.tallystone;

import dev.tallystone.tallystone.config.ConfigReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One process as users configure it, seen over HTTP. */
final class RunningProcess implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of("http.port", "0", "ledger.partitions", "2",
            "ledger.replication", "1", "meter.commit_interval", "100ms", "monitor.tick", "100ms");

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Tallystone process;

    RunningProcess(String bootstrapServers, Clock clock, Map<String, String> settings) {
        var overrides = new HashMap<>(SETTINGS);
        overrides.put("kafka.bootstrap.servers", bootstrapServers);
        overrides.putAll(settings);
        process = Tallystone.start(ConfigReader.read("", overrides), clock, failures::add);
    }

    Tallystone tallystone() {
        return process;
    }

    Scrape scrape() {
        return Scrape.of(get("metrics").body());
    }

    boolean isReady() {
        return get("health/ready").statusCode() == 200;
    }

    /** What a meter or monitor ended with, if it did. */
    Queue<Throwable> failures() {
        return failures;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(process.address() + path)));
    }

    /** As the command line orders something. */
    HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(URI.create(process.address() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String json) {
        return postAs("application/json", path, json);
    }

    HttpResponse<String> postAs(String contentType, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(process.address() + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder asked) {
        HttpRequest request = asked.timeout(Duration.ofSeconds(30)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}
