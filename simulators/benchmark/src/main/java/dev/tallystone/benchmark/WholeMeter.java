package dev.tallystone.benchmark;

import dev.tallystone.ledger.Ledger;
import dev.tallystone.meter.MeterSettings;
import dev.tallystone.meter.MeterVerticle;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The meter as users run it: decode, judge, recognise copies, tally, one transaction every 200 ms. */
final class WholeMeter implements Contender {

    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);
    private static final int MAX_IDS = 4_000_000;
    private static final long LOOK_EVERY_MS = 5;

    @Override
    public void read(Task task, Progress progress) throws InterruptedException {
        Ledger ledger = new Ledger(task.ledger(), task.topic(), task.partitions(), (short) 1);
        var settings = new MeterSettings(Map.of("bootstrap.servers", task.bootstrapServers()), ledger, "bench",
                MeterSettings.StartAt.EARLIEST, COMMIT_INTERVAL, Duration.ofHours(2), MAX_IDS,
                List.of("team", "deadline"));
        var failure = new AtomicReference<@Nullable Throwable>();
        var meter = new MeterVerticle(settings, Clock.systemUTC(), failure::set);
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(meter).toCompletionStage().toCompletableFuture().join();
        while (meter.status().records() < task.records()) {
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException("the meter ended", failed);
            }
            progress.records(meter.status().records());
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        progress.records(meter.status().records());
        vertx.close().toCompletionStage().toCompletableFuture().join(); // its last commit
    }
}
