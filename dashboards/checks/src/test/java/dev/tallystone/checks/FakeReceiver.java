package dev.tallystone.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;

/** Stands in for people: keeps what Alertmanager sends. */
final class FakeReceiver implements AutoCloseable {

    private static final int NO_CONTENT = 204;

    private final HttpServer server;
    private final List<JsonNode> notifications = new CopyOnWriteArrayList<>();

    FakeReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::keep);
        server.start();
    }

    private void keep(HttpExchange exchange) throws IOException {
        notifications.add(Sources.JSON.readTree(exchange.getRequestBody()));
        exchange.sendResponseHeaders(NO_CONTENT, -1);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    /** Every firing alert of this name that was sent to this receiver, with its labels and annotations. */
    List<JsonNode> firing(String receiver, String alert) {
        return notifications.stream()
                .filter(notification -> notification.path("receiver").asText().equals(receiver))
                .flatMap(notification -> StreamSupport.stream(notification.path("alerts").spliterator(), false))
                .filter(one -> one.path("status").asText().equals("firing"))
                .filter(one -> one.path("labels").path("alertname").asText().equals(alert))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
