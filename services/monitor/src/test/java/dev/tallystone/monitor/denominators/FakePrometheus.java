package dev.tallystone.monitor.denominators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongFunction;

/** Answers queries as a test says, by their time. */
final class FakePrometheus implements AutoCloseable {

    static final String EMPTY = vector("");

    private final HttpServer server;
    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private volatile LongFunction<String> answer;
    private volatile int status = 200;

    FakePrometheus(LongFunction<String> answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/query", this::handle);
        server.start();
    }

    /** The answer with one series, or with more of them, or with none. */
    static String vector(String... values) {
        var series = new StringBuilder();
        for (String value : values) {
            if (!value.isEmpty()) {
                series.append(series.isEmpty() ? "" : ",")
                        .append("{\"metric\":{},\"value\":[1,\"%s\"]}".formatted(value));
            }
        }
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[%s]}}".formatted(series);
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
    }

    void answers(int code, LongFunction<String> next) {
        status = code;
        answer = next;
        asked.clear();
    }

    /** The times it was asked for, in order. */
    List<Long> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        long time = Long.parseLong(exchange.getRequestURI().getQuery().replaceFirst(".*&time=", ""));
        asked.add(time);
        byte[] body = answer.apply(time).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
