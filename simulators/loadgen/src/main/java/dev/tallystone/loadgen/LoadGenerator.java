package dev.tallystone.loadgen;

import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends a workload at its own pace: step {@code k} at the start plus {@code k} steps, whatever the broker does. Behind
 * time it sends without pause until it has caught up, and never skips. The thread {@code loadgen} does it; all methods
 * may be called from one other. Works once.
 */
public final class LoadGenerator {

    private final LoadSettings settings;
    private final Workload workload;
    private final Pacer pacer;
    private final InvocationProducer producer;
    private final ExpectedTotals totals = new ExpectedTotals();
    private final Thread thread = Thread.ofPlatform().name("loadgen").unstarted(this::runToEnd);
    private volatile boolean stopping;

    /**
     * Sends nothing yet.
     *
     * @throws org.apache.kafka.common.KafkaException
     *             when Kafka's client does not take the settings
     */
    public LoadGenerator(LoadSettings settings, Workload workload, Clock clock) {
        this(settings, workload, new Pacer(clock, Sleeper.REAL),
                InvocationProducer.connect(settings.kafka(), settings.topic()));
    }

    LoadGenerator(LoadSettings settings, Workload workload, Pacer pacer, InvocationProducer producer) {
        this.settings = settings;
        this.workload = workload;
        this.pacer = pacer;
        this.producer = producer;
    }

    /** Begins; step 0 is due now, so the workload should begin now, too. */
    public void start() {
        thread.start();
    }

    private void runToEnd() {
        try (producer) {
            sendSteps(pacer.now());
        } catch (RuntimeException | Error e) { // the top of the thread: whatever it is, it must be heard
            producer.deliveries().fail(e);
        }
    }

    private void sendSteps(Instant start) {
        for (long k = 0; k < settings.steps() && !stopping && !producer.deliveries().failed(); k++) {
            List<LogRecord> due = workload.step(k); // made before it is due
            pacer.await(start.plus(Workload.STEP.multipliedBy(k)));
            for (LogRecord next : due) {
                producer.send(next.key(), next.value(), List.of(), () -> totals.sent(next));
                if (producer.deliveries().failed()) {
                    return;
                }
            }
        }
    }

    /** Ends after the current step and returns when all of it is acknowledged or has failed. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    /**
     * Whether all steps are sent and answered, or sending has failed; waits for that no longer than {@code timeout}.
     */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        return thread.join(timeout);
    }

    /** What was acknowledged, once the generator has ended. */
    public ExpectedTotals sent() {
        if (thread.isAlive()) {
            throw new IllegalStateException("totals still grow: stop the generator first");
        }
        return totals;
    }

    /** How many records were acknowledged so far. */
    public long sentSoFar() {
        return producer.deliveries().acknowledged();
    }

    /** By how much the last step was late. */
    public Duration behind() {
        return pacer.behind();
    }

    /** By how much the latest of all steps was late. */
    public Duration behindMost() {
        return pacer.behindMost();
    }

    /** Why not all was sent. */
    public Optional<Throwable> failure() {
        return producer.deliveries().failure();
    }
}
