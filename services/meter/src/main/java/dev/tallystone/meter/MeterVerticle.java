package dev.tallystone.meter;

import dev.tallystone.ledger.ClientListener;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hosts one meter. The event loop never blocks: it starts the thread that counts, and the thread's end completes
 * {@link #stop}. A meter that fails says so and never lives on half dead.
 */
public final class MeterVerticle extends VerticleBase {

    private final MeterSettings settings;
    private final Clock clock;
    private final ClientListener clients;
    private final Consumer<Throwable> onFailure;
    private final Promise<Void> ended = Promise.promise();
    private volatile MeterStatus status = MeterStatus.STARTING;
    private volatile @Nullable MeterLoop loop;
    private volatile boolean stopping;

    /** Calls {@code onFailure}, from the meter's thread, when counting ended by itself. */
    public MeterVerticle(MeterSettings settings, Clock clock, Consumer<Throwable> onFailure) {
        this(settings, clock, ClientListener.NONE, onFailure);
    }

    /** As above; {@code clients} hears of its Kafka clients. */
    public MeterVerticle(MeterSettings settings, Clock clock, ClientListener clients, Consumer<Throwable> onFailure) {
        this.settings = settings;
        this.clock = clock;
        this.clients = clients;
        this.onFailure = onFailure;
    }

    /** How the meter is doing. From any thread. */
    public MeterStatus status() {
        return status;
    }

    @Override
    public Future<?> start() {
        Thread.ofPlatform().name("meter-" + settings.slot()).start(this::count);
        return Future.succeededFuture();
    }

    private void count() {
        try {
            var started = new MeterLoop(settings, clock, clients, next -> status = next);
            loop = started;
            if (stopping) {
                started.stop();
            }
            started.run();
        } catch (RuntimeException | Error e) { // the top of the thread: whatever it is, it must be heard
            onFailure.accept(e);
        } finally {
            ended.complete();
        }
    }

    @Override
    public Future<?> stop() {
        stopping = true;
        MeterLoop running = loop;
        if (running != null) {
            running.stop();
        }
        return ended.future();
    }
}
