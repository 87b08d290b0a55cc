package dev.tallystone.tallystone.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The process's one HTTP server. Metrics are rendered off the event loop. */
public final class HttpVerticle extends VerticleBase {

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int MAX_HEADER_BYTES = 8 << 10;

    private final String host;
    private final int port;
    private final Metrics metrics;
    private final BooleanSupplier ready;
    private final Consumer<Router> moreRoutes;
    private volatile int actualPort;

    /** Takes port 0 for a free one; {@code moreRoutes} come last. */
    public HttpVerticle(String host, int port, Metrics metrics, BooleanSupplier ready, Consumer<Router> moreRoutes) {
        this.host = host;
        this.port = port;
        this.metrics = metrics;
        this.ready = ready;
        this.moreRoutes = moreRoutes;
    }

    /** Where it listens, once it is deployed. */
    public int port() {
        return actualPort;
    }

    @Override
    public Future<?> start() {
        Router router = Router.router(vertx);
        router.route().handler(HttpVerticle::secure);
        router.get("/metrics").handler(this::metrics);
        router.get("/health/live").handler(request -> request.response().end("live\n"));
        router.get("/health/ready").handler(this::ready);
        moreRoutes.accept(router);
        var options = new HttpServerOptions().setHost(host)
                .setPort(port)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setCompressionSupported(true);
        Future<HttpServer> listening = vertx.createHttpServer(options).requestHandler(router).listen();
        return listening.onSuccess(server -> actualPort = server.actualPort());
    }

    private static void secure(RoutingContext request) {
        request.response()
                .putHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        request.next();
    }

    private void metrics(RoutingContext request) {
        vertx.executeBlocking(metrics::scrape)
                .onSuccess(text -> request.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(text))
                .onFailure(request::fail);
    }

    private void ready(RoutingContext request) {
        boolean isReady = ready.getAsBoolean();
        request.response().setStatusCode(isReady ? 200 : SERVICE_UNAVAILABLE).end(isReady ? "ready\n" : "not yet\n");
    }
}
