package dev.tallystone.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.Views;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** An event that never comes would be waited for without end, so there is one. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class BoardStreamTest {

    private static final int MAX_STREAMS = 200;
    private static final View BOARD = Views.plain().of("amazon.nova-micro-v1:0", 1_000);

    private final Site site = new Site(BOARD);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void beginsWithTheBoardThatIsShown() throws Exception {
        try (Events events = site.events()) {
            assertThat(events.response().statusCode()).isEqualTo(200);
            assertThat(events.response().headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(events.response().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(events.next().path("board").path("models")).hasSize(1);
        }
    }

    @Test
    void tellsThatThereIsNoBoardYet() throws Exception {
        site.publish(View.STARTING, 1);

        try (Events events = site.events()) {
            JsonNode event = events.next();

            assertThat(event.path("caught_up").asBoolean(true)).isFalse();
            assertThat(event.has("board")).isFalse();
        }
    }

    @Test
    void sendsEveryNewBoardOnceToEveryPage() throws Exception {
        try (Events one = site.events(); Events other = site.events()) {
            one.next();
            other.next();

            site.publish(BOARD, 1_001);
            assertThat(one.nextPublishedAt()).isEqualTo("2026-11-24T12:00:01.001Z");
            site.publish(BOARD, 1_002);
            assertThat(one.nextPublishedAt()).isEqualTo("2026-11-24T12:00:01.002Z");

            assertThat(other.nextPublishedAt()).isEqualTo("2026-11-24T12:00:01.001Z");
            assertThat(other.nextPublishedAt()).isEqualTo("2026-11-24T12:00:01.002Z");
        }
    }

    @Test
    void aPageOpenedBeforeTheNextPushGetsItsFirstBoardOnceAndTheOthersGetItToo() throws Exception {
        try (var slow = new Site(BOARD, Duration.ofMillis(500)); Events one = slow.events()) {
            one.next();
            slow.publish(BOARD, 1_001);

            try (Events other = slow.events()) {
                assertThat(other.nextPublishedAt()).isEqualTo("2026-11-24T12:00:01.001Z");
                assertThat(one.nextPublishedAt()).isEqualTo("2026-11-24T12:00:01.001Z");
                slow.publish(BOARD, 1_002);
                assertThat(other.nextPublishedAt()).isEqualTo("2026-11-24T12:00:01.002Z");
            }
        }
    }

    /**
     * Boards of half a megabyte each: a page that does not read may hold a few in the network's buffers, never all of
     * them.
     */
    @Test
    void aPageThatReadsTooSlowlyMissesBoardsAndHoldsUpNobody() throws Exception {
        View large = Views.plain().of("m".repeat(250_000), 1);
        int published = 80;
        site.publish(large, 1);

        try (Socket slow = openStream(); Events fast = site.events()) {
            fast.next();
            for (int i = 2; i <= published; i++) {
                site.publish(large, i);
                assertThat(fast.nextPublishedAt()).endsWith(":00.%03dZ".formatted(i));
            }

            int read = boardsUntilANewOne(slow, fast);

            assertThat(read).isLessThan(published);
        }
    }

    /** Goes on publishing small boards, of the next second, until one arrives, as it does once the rest was read. */
    private int boardsUntilANewOne(Socket slow, Events fast) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8));
        int boards = 0;
        long ms = 1_000;
        site.publish(BOARD, ms);
        while (true) {
            String line = lines.readLine();
            if (line.startsWith("data: ")) {
                boards++;
                if (line.contains("12:00:01")) {
                    return boards;
                }
                fast.nextPublishedAt();
                site.publish(BOARD, ++ms);
            }
        }
    }

    @Test
    void refusesMorePagesThanItHasRoomForUntilOneIsClosed() throws Exception {
        Deque<Socket> open = new ArrayDeque<>();
        try {
            for (int i = 0; i < MAX_STREAMS; i++) {
                open.push(openStream());
                assertThat(firstLine(open.peek())).contains("200 OK");
            }

            try (Events refused = site.events()) {
                assertThat(refused.response().statusCode()).isEqualTo(429);
            }
            assertThat(site.get("/api/v1/board").statusCode()).as("one board may still be had").isEqualTo(200);

            open.pop().close();
            try (Events events = eventsOnceThereIsRoom()) {
                assertThat(events.next().path("caught_up").asBoolean()).isTrue();
            }
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private Events eventsOnceThereIsRoom() throws Exception {
        long end = System.nanoTime() + Site.PATIENCE.toNanos();
        Events events = site.events();
        while (events.response().statusCode() != 200 && System.nanoTime() < end) {
            events.close();
            events = site.events();
        }
        return events;
    }

    private Socket openStream() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(16 << 10);
        socket.setSoTimeout((int) Site.PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port()));
        socket.getOutputStream()
                .write("GET /api/v1/board/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
