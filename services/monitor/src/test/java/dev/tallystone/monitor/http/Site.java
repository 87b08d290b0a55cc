package dev.tallystone.monitor.http;

import static dev.tallystone.monitor.Views.NOON;

import dev.tallystone.monitor.View;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** The routes behind a real server on a free port, and a client of it. The clock stands at noon. */
final class Site implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofMillis(5);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<View> view;
    private final int port;

    Site(View first) {
        this(first, SOON);
    }

    Site(View first, Duration tick) {
        this(first, tick, (_, _) -> {});
    }

    /** With more routes, before those of the page. */
    Site(View first, Duration tick, BiConsumer<Router, Vertx> more) {
        view = new AtomicReference<>(first);
        Router router = Router.router(vertx);
        more.accept(router, vertx);
        new BoardRoutes(view::get, Clock.fixed(NOON, ZoneOffset.UTC)).mount(router, vertx, tick);
        HttpServer server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        port = server.actualPort();
    }

    int port() {
        return port;
    }

    /** Shows the board as one that was published so many milliseconds after noon. */
    void publish(View next, long msAfterNoon) {
        view.set(new View(next.board(), NOON.plusMillis(msAfterNoon), next.live(), next.prices(), next.closed(),
                next.late()));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask("GET", path);
    }

    /** Over HTTP/2, to which this client asks to be upgraded. */
    HttpResponse<String> headOverHttp2(String path) throws IOException, InterruptedException {
        var request = request(path).version(Version.HTTP_2).method("HEAD", BodyPublishers.noBody()).build();
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return client.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    /** With one header. */
    HttpResponse<String> ask(String method, String path, String header, String value)
            throws IOException, InterruptedException {
        return client.send(request(path).method(method, BodyPublishers.noBody()).header(header, value).build(),
                BodyHandlers.ofString());
    }

    /** Opens the stream of boards. */
    Events events() throws IOException, InterruptedException {
        return new Events(client.send(request("/api/v1/board/stream").build(), BodyHandlers.ofLines()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .timeout(PATIENCE)
                .version(Version.HTTP_1_1);
    }

    @Override
    public void close() {
        client.shutdownNow();
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
