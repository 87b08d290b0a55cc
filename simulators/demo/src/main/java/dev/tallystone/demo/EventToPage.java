package dev.tallystone.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long an event takes from Kafka's acknowledgement to an open page: reads the page's own stream of boards, as a
 * browser does, and looks when the number of records answered for passes the number that was acknowledged before. Two
 * threads of its own, which end with {@link #close}: one notes what was sent, one reads what is shown.
 */
final class EventToPage implements AutoCloseable {

    private static final Duration SAMPLE_EVERY = Duration.ofMillis(50);
    private static final int MAX_WAITING = 2_000;
    private static final String DATA = "data: ";

    private record Sample(long acknowledged, long atNanos) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final LongSupplier acknowledged;
    private final Deque<Sample> waiting = new ArrayDeque<>();
    private final Delays delays = new Delays();
    private final Thread sampler;
    private final Thread reader;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    private EventToPage(URI stream, LongSupplier acknowledged) {
        this.acknowledged = acknowledged;
        this.sampler = Thread.ofPlatform().name("event-to-page-sent").daemon().unstarted(this::sample);
        this.reader = Thread.ofPlatform().name("event-to-page-shown").daemon().unstarted(() -> read(stream));
    }

    /** Watches the page at {@code address} until it is closed. */
    static EventToPage watch(URI address, LongSupplier acknowledged) {
        var watch = new EventToPage(address.resolve("api/v1/board/stream"), acknowledged);
        watch.sampler.start();
        watch.reader.start();
        return watch;
    }

    private void sample() {
        try {
            while (!closed) {
                note(acknowledged.getAsLong());
                Thread.sleep(SAMPLE_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(long count) {
        Sample last = waiting.peekLast();
        boolean news = last == null ? count > 0 : count > last.acknowledged();
        if (news && waiting.size() < MAX_WAITING) {
            waiting.add(new Sample(count, System.nanoTime()));
        }
    }

    /** The top of a thread: whatever ends the stream is told with the summary, unless it was closed. */
    private void read(URI stream) {
        try (Stream<String> lines = http.send(HttpRequest.newBuilder(stream).build(), BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith(DATA)).mapToLong(this::records).forEach(this::shown);
        } catch (IOException | RuntimeException e) {
            failure = closed ? null : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long records(String line) {
        try {
            return json.readTree(line.substring(DATA.length())).at("/board/trust/records").asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the page's stream sent no JSON", e);
        }
    }

    private synchronized void shown(long records) {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.getFirst().acknowledged() <= records) {
            delays.add(Duration.ofNanos(now - waiting.removeFirst().atNanos()));
        }
    }

    /** For people. */
    synchronized String summary() {
        Throwable broken = failure;
        return "event to page: " + delays.summary() + (broken == null ? "" : ", until the stream broke: " + broken);
    }

    @Override
    public void close() {
        closed = true;
        sampler.interrupt();
        http.shutdownNow();
    }
}
