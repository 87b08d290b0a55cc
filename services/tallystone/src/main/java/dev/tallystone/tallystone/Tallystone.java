package dev.tallystone.tallystone;

import dev.tallystone.meter.MeterStatus;
import dev.tallystone.meter.MeterVerticle;
import dev.tallystone.monitor.MonitorVerticle;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.denominators.DenominatorService;
import dev.tallystone.monitor.exposition.BoardCollector;
import dev.tallystone.monitor.exposition.DenominatorCollector;
import dev.tallystone.monitor.http.BoardRoutes;
import dev.tallystone.monitor.http.ChargebackRoutes;
import dev.tallystone.monitor.http.CostRoutes;
import dev.tallystone.monitor.http.MonthRoutes;
import dev.tallystone.monitor.http.PriceRoutes;
import dev.tallystone.monitor.http.QueryRoutes;
import dev.tallystone.monitor.http.UnitCostRoutes;
import dev.tallystone.tallystone.http.HttpVerticle;
import dev.tallystone.tallystone.http.MeterMetrics;
import dev.tallystone.tallystone.http.Metrics;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running process: everything is built here, top to bottom, and closed in reverse. */
public final class Tallystone implements AutoCloseable {

    private static final int START_TIMEOUT_S = 30;
    private static final int STOP_TIMEOUT_S = 10;

    private final TallystoneSettings settings;
    private final Metrics metrics = new Metrics();
    private final Vertx vertx;
    private final MeterVerticle meter;
    private final MonitorVerticle monitor;
    private final DenominatorService denominators;
    private final HttpVerticle http;

    private Tallystone(TallystoneSettings settings, Clock clock, Consumer<Throwable> onFailure) {
        this.settings = settings;
        this.vertx = Vertx.builder()
                .withMetrics(new MicrometerMetricsFactory(metrics.registry()))
                .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .build();
        this.meter = new MeterVerticle(settings.meter(), clock, metrics.kafka(), onFailure);
        this.monitor = monitor(clock, onFailure);
        this.denominators = new DenominatorService(settings.monitor().denominators(), monitor.questions(), clock);
        this.http = new HttpVerticle(settings.host(), settings.port(), metrics, this::isReady,
                router -> mountBoard(router, clock));
    }

    private MonitorVerticle monitor(Clock clock, Consumer<Throwable> onFailure) {
        try {
            return new MonitorVerticle(settings.monitor(), clock, metrics.kafka(), onFailure);
        } catch (UncheckedIOException e) {
            throw new StartException("close.folder: " + e.getMessage(), e);
        }
    }

    /**
     * Starts the roles; {@code onFailure} is told when one of them ends by itself, after which nothing can be trusted.
     *
     * @throws StartException
     *             when a closed month cannot be read, or nobody can listen at the host and port; then all that was
     *             started is closed again
     */
    public static Tallystone start(TallystoneSettings settings, Clock clock, Consumer<Throwable> onFailure) {
        var process = new Tallystone(settings, clock, onFailure);
        try {
            process.startRoles(clock);
            process.listen();
            return process;
        } catch (RuntimeException e) { // whatever it is: threads that nobody can close must not live on
            process.closeAfter(e);
            throw e;
        }
    }

    private void startRoles(Clock clock) {
        if (settings.roles().contains(Role.METER)) {
            metrics.add(new MeterMetrics(meter::status));
            deploy(meter);
        }
        if (settings.roles().contains(Role.MONITOR)) {
            metrics.add(new BoardCollector(monitor::view, clock));
            metrics.add(new DenominatorCollector(monitor::view, denominators::latest, denominators::queries, clock));
            deploy(monitor);
            denominators.start(vertx);
        }
    }

    private void listen() {
        try {
            deploy(http);
        } catch (CompletionException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new StartException("cannot listen at %s:%d (http.host and http.port): %s".formatted(settings.host(),
                    settings.port(), why.getMessage()), e);
        }
    }

    private void closeAfter(RuntimeException failed) {
        try {
            close();
        } catch (RuntimeException e) {
            failed.addSuppressed(e);
        }
    }

    private void deploy(Deployable verticle) {
        await(vertx.deployVerticle(verticle), START_TIMEOUT_S);
    }

    private void mountBoard(Router router, Clock clock) {
        if (settings.roles().contains(Role.MONITOR)) {
            new QueryRoutes(monitor.questions()).mount(router, vertx);
            new ChargebackRoutes(monitor.questions()).mount(router, vertx);
            new CostRoutes(monitor.questions(), monitor::view, monitor.closed(), clock).mount(router, vertx);
            new MonthRoutes(monitor.questions(), monitor::view, monitor.closed(), monitor::close).mount(router, vertx);
            new UnitCostRoutes(monitor.questions(), denominators).mount(router, vertx);
            new PriceRoutes(monitor::view, monitor::reprice).mount(router, vertx);
            new BoardRoutes(monitor::view, clock).mount(router, vertx, settings.monitor().tick());
        }
    }

    private boolean isReady() {
        boolean counts = !settings.roles().contains(Role.METER) || meter.status().isReady();
        boolean shows = !settings.roles().contains(Role.MONITOR) || monitor.view().board().isPresent();
        return counts && shows;
    }

    /** Where people look. */
    public String address() {
        return "http://%s:%d/".formatted(settings.host(), http.port());
    }

    /** What the page shows. */
    public View view() {
        return monitor.view();
    }

    /** How the meter is doing. */
    public MeterStatus meter() {
        return meter.status();
    }

    @Override
    public void close() {
        denominators.close();
        await(vertx.close(), STOP_TIMEOUT_S);
        metrics.close();
    }

    private static void await(Future<?> future, int seconds) {
        future.toCompletionStage().toCompletableFuture().orTimeout(seconds, TimeUnit.SECONDS).join();
    }
}
