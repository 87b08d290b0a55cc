package dev.tallystone.monitor.http;

import dev.tallystone.monitor.View;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The API, the stream of boards and the page. Belongs to one event loop. */
public final class BoardRoutes {

    private static final int MAX_STREAMS = 200;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String PAGE = "dev/tallystone/monitor/page";
    private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/dist";

    private final Supplier<View> view;
    private final Clock clock;
    private final Set<HttpServerResponse> streams = new LinkedHashSet<>();
    private View sent = View.STARTING;

    public BoardRoutes(Supplier<View> view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    /** Adds the routes, and begins to push a board to every open page when there is a new one. */
    public void mount(Router router, Vertx vertx, Duration tick) {
        readable(router, "/api/v1/board").handler(this::board);
        readable(router, "/api/v1/board/stream").handler(this::open);
        readable(router, "/vendor/*").handler(StaticHandler.create(UPLOT).setIncludeHidden(false));
        readable(router, "/*").handler(StaticHandler.create(PAGE).setCachingEnabled(false));
        vertx.setPeriodic(tick.toMillis(), _ -> push());
    }

    /** HEAD asks for what GET would say of itself; health checks and link checkers do. */
    private static Route readable(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void board(RoutingContext request) {
        View shown = view.get();
        Buffer body = Buffer.buffer(BoardJson.of(shown, clock.instant()));
        HttpServerResponse response = request.response()
                .setStatusCode(shown.board().isPresent() ? 200 : SERVICE_UNAVAILABLE)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store");
        if (isHead(request)) { // whose body nobody takes off the connection: it would stand before the next answer
            response.putHeader("Content-Length", Integer.toString(body.length())).end();
        } else {
            response.end(body);
        }
    }

    private void open(RoutingContext request) {
        HttpServerResponse response = request.response()
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store");
        if (isHead(request)) {
            response.end();
        } else if (streams.size() >= MAX_STREAMS) {
            response.setStatusCode(TOO_MANY_REQUESTS)
                    .putHeader("Content-Type", "text/plain")
                    .end("%d pages are open already".formatted(MAX_STREAMS));
        } else {
            response.setChunked(true);
            response.closeHandler(_ -> streams.remove(response));
            response.exceptionHandler(_ -> streams.remove(response));
            push(); // or it would get a board that nobody has yet twice
            streams.add(response);
            write(response, event("retry: 2000\n", sent));
        }
    }

    private static boolean isHead(RoutingContext request) {
        return request.request().method().equals(HttpMethod.HEAD);
    }

    private void push() {
        View next = view.get();
        boolean news = !next.publishedAt().equals(sent.publishedAt());
        if (news && !streams.isEmpty()) {
            Buffer event = event("", next);
            List.copyOf(streams).forEach(stream -> write(stream, event)); // one that fails leaves the set meanwhile
        }
        sent = next;
    }

    /** A page that reads too slowly misses boards; each holds everything. */
    private static void write(HttpServerResponse stream, Buffer event) {
        if (!stream.writeQueueFull()) {
            stream.write(event).onFailure(_ -> stream.reset());
        }
    }

    private Buffer event(String prefix, View shown) {
        return Buffer.buffer(prefix)
                .appendString("data: ")
                .appendBytes(BoardJson.of(shown, clock.instant()))
                .appendString("\n\n");
    }
}
