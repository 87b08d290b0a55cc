package dev.tallystone.monitor.denominators;

import dev.tallystone.board.unitcosts.UnitCounting;
import dev.tallystone.board.unitcosts.UnitEconomics.PerOne;
import dev.tallystone.monitor.Questions;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;

/** Denominators as one: what is kept, what is asked, and what one costs. */
public final class DenominatorService implements AutoCloseable {

    private static final long FIRST_MS = 1_000;
    private static final long EVERY_MS = 15_000;

    private final DenominatorStore store;
    private final PrometheusFetcher fetcher;
    private final Questions questions;
    private volatile List<PerOne> latest = List.of();

    public DenominatorService(DenominatorSettings settings, Questions questions, Clock clock) {
        this.questions = questions;
        this.store = new DenominatorStore(settings.file(), clock);
        this.fetcher = new PrometheusFetcher(settings.queries(), store, clock);
    }

    /** Begins to ask and to divide. */
    public void start(Vertx vertx) {
        fetcher.start();
        vertx.setPeriodic(FIRST_MS, EVERY_MS, _ -> divide());
    }

    /** While the monitor cannot answer, the last answer stands. */
    private void divide() {
        if (!store.current().keys().isEmpty()) {
            questions.ask(past -> new UnitCounting(past).latest(store.current()))
                    .thenAccept(answer -> latest = answer);
        }
    }

    /** What is kept. */
    public DenominatorStore store() {
        return store;
    }

    /** How each query is doing. From any thread. */
    public List<QueryStatus> queries() {
        return fetcher.status();
    }

    /** What one cost in the newest stretch of each denominator whose cost is known. From any thread. */
    public List<PerOne> latest() {
        return latest;
    }

    @Override
    public void close() {
        fetcher.close();
        store.close();
    }
}
