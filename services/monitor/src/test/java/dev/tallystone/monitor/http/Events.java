package dev.tallystone.monitor.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;

/** A stream of boards, read one event at a time. */
record Events(HttpResponse<Stream<String>> response, Iterator<String> lines) implements AutoCloseable {

    private static final String DATA = "data: ";

    Events(HttpResponse<Stream<String>> response) {
        this(response, response.body().iterator());
    }

    /** Waits for the next event. */
    JsonNode next() throws IOException {
        String line = lines.next();
        while (!line.startsWith(DATA)) {
            line = lines.next();
        }
        return new ObjectMapper().readTree(line.substring(DATA.length()));
    }

    /** When the board of the next event was published. */
    String nextPublishedAt() throws IOException {
        return next().path("published_at").asText();
    }

    @Override
    public void close() {
        response.body().close();
    }
}
