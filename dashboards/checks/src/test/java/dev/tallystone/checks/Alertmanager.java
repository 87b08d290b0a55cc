package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Debian's Alertmanager with the committed routes; only the receivers' address is another. */
final class Alertmanager implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final String COMMITTED = "http://webhook:9095/";

    private final Server server;
    private final String listen;

    private Alertmanager(Server server, String listen) {
        this.server = server;
        this.listen = listen;
    }

    static Alertmanager start(Path directory, String receiver) {
        String configuration = Sources.text(Sources.file("dashboards/alertmanager/alertmanager.yml"));
        if (!configuration.contains(COMMITTED)) {
            throw new AssertionError("alertmanager.yml does not name " + COMMITTED);
        }
        Path config = directory.resolve("alertmanager.yml");
        try {
            Files.createDirectories(directory);
            Files.writeString(config, configuration.replace(COMMITTED, receiver));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String listen = "127.0.0.1:" + Server.freePort();
        // an empty cluster address turns gossip off
        var server = Server.start(directory.resolve("alertmanager.log"),
                List.of(Tool.path("prometheus-alertmanager", "alertmanager"), "--config.file=" + config,
                        "--storage.path=" + directory.resolve("data"), "--web.listen-address=" + listen,
                        "--cluster.listen-address=", "--log.level=warn"));
        try {
            server.awaitReady("http://%s/".formatted(listen), START);
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
        return new Alertmanager(server, listen);
    }

    /** Host and port. */
    String address() {
        return listen;
    }

    /** Raises an alert, as Prometheus does. */
    void raise(Map<String, String> labels) {
        try {
            String alerts = Sources.JSON.writeValueAsString(List.of(Map.of("labels", labels)));
            assertThat(Server.post("http://%s/api/v2/alerts".formatted(listen), alerts).statusCode()).isEqualTo(OK);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the alert of this name: unprocessed, active, or suppressed; empty when there is none. */
    String state(String alert) {
        try {
            JsonNode alerts = Sources.JSON.readTree(Server.get("http://%s/api/v2/alerts".formatted(listen)).body());
            return alerts.valueStream()
                    .filter(one -> one.path("labels").path("alertname").asText().equals(alert))
                    .map(one -> one.path("status").path("state").asText())
                    .findFirst()
                    .orElse("");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits while it runs. */
    void await(String what, Duration patience, Supplier<Boolean> condition) {
        server.await(what, patience, condition);
    }

    @Override
    public void close() {
        server.close();
    }
}
