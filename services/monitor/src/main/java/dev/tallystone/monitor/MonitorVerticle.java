package dev.tallystone.monitor;

import dev.tallystone.ledger.ClientListener;
import dev.tallystone.monitor.close.ClosedMonth;
import dev.tallystone.monitor.close.ClosedMonths;
import dev.tallystone.monitor.prices.Repricing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hosts one monitor: starts the thread that reads and publishes, and holds the last view for everyone who shows it. */
public final class MonitorVerticle extends VerticleBase {

    private final MonitorSettings settings;
    private final Clock clock;
    private final ClientListener clients;
    private final Consumer<Throwable> onFailure;
    private final Questions questions = new Questions();
    private final Orders<Boolean, Repricing> repricings = new Orders<>("re-pricing");
    private final Orders<ClosedMonths.Request, ClosedMonth> closings = new Orders<>("closing");
    private final ClosedMonths closed;
    private final Promise<Void> ended = Promise.promise();
    private volatile View view = View.STARTING;
    private volatile @Nullable MonitorLoop loop;
    private volatile boolean stopping;

    /** Calls {@code onFailure}, from the monitor's thread, when reading ended by itself. */
    public MonitorVerticle(MonitorSettings settings, Clock clock, Consumer<Throwable> onFailure) {
        this(settings, clock, ClientListener.NONE, onFailure);
    }

    /** As above; {@code clients} hears of its Kafka client. */
    public MonitorVerticle(MonitorSettings settings, Clock clock, ClientListener clients,
            Consumer<Throwable> onFailure) {
        this.settings = settings;
        this.closed = ClosedMonths.open(settings.close());
        this.clock = clock;
        this.clients = clients;
        this.onFailure = onFailure;
    }

    /** What is shown now. From any thread. */
    public View view() {
        return view;
    }

    /** Who wants to know more than the view says. From any thread. */
    public Questions questions() {
        return questions;
    }

    /**
     * Says what the rows that are held would change in the open months; with {@code apply} they come into force. From
     * any thread; the answer fails with {@link Questions.NotNowException} while another one is under way.
     */
    public CompletionStage<Repricing> reprice(boolean apply) {
        return repricings.give(apply);
    }

    /**
     * Closes a month. From any thread; the answer fails with {@link IllegalArgumentException} where it cannot be
     * closed, and with {@link Questions.NotNowException} while another one is under way.
     */
    public CompletionStage<ClosedMonth> close(ClosedMonths.Request request) {
        return closings.give(request);
    }

    /** The months that were closed. */
    public ClosedMonths closed() {
        return closed;
    }

    @Override
    public Future<?> start() {
        Thread.ofPlatform().name("monitor").start(this::show);
        return Future.succeededFuture();
    }

    private void show() {
        try {
            var started = new MonitorLoop(settings, clock, clients, questions, repricings, closings, closed,
                    next -> view = next);
            loop = started;
            if (stopping) {
                started.stop();
            }
            started.run();
        } catch (RuntimeException | Error e) { // the top of the thread: whatever it is, it must be heard
            onFailure.accept(e);
        } finally {
            questions.end();
            repricings.end();
            closings.end();
            ended.complete();
        }
    }

    @Override
    public Future<?> stop() {
        stopping = true;
        MonitorLoop running = loop;
        if (running != null) {
            running.stop();
        }
        return ended.future();
    }
}
