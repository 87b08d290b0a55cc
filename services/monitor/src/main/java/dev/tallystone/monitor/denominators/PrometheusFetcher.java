package dev.tallystone.monitor.denominators;

import dev.tallystone.board.unitcosts.DenominatorValue;
import dev.tallystone.board.unitcosts.Stretch;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for every full hour or day that is missing, at most {@value PrometheusQuery#MAX_BACK} back, and again until it
 * comes. One thread, which may block.
 */
final class PrometheusFetcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrometheusFetcher.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final List<PrometheusQuery> queries;
    private final DenominatorStore store;
    private final Clock clock;
    private final PrometheusClient client = new PrometheusClient();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("denominator-queries").factory());
    private final Map<PrometheusQuery, Set<Stretch>> empty = new HashMap<>();
    private final List<QueryStatus> statuses = new ArrayList<>();
    private volatile List<QueryStatus> shown;

    PrometheusFetcher(List<PrometheusQuery> queries, DenominatorStore store, Clock clock) {
        this.queries = queries;
        this.store = store;
        this.clock = clock;
        queries.forEach(query -> statuses.add(QueryStatus.starting(query)));
        this.shown = List.copyOf(statuses);
    }

    /** Begins to ask, where there is anything to ask. */
    void start() {
        if (!queries.isEmpty()) {
            var _ = thread.scheduleWithFixedDelay(this::round, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** From any thread. */
    List<QueryStatus> status() {
        return shown;
    }

    /** Asks for everything that is missing. On the fetcher's thread, or on a test's before it starts. */
    void round() {
        for (int i = 0; i < queries.size() && !Thread.currentThread().isInterrupted(); i++) {
            statuses.set(i, round(queries.get(i), statuses.get(i)));
            shown = List.copyOf(statuses);
        }
    }

    private QueryStatus round(PrometheusQuery query, QueryStatus before) {
        List<Stretch> due = query.due(clock.instant());
        Set<Stretch> known = empty.computeIfAbsent(query, _ -> new HashSet<>());
        known.retainAll(due);
        QueryStatus status = before;
        for (Stretch stretch : due) {
            if (store.current().find(query.key(), stretch).isPresent() || known.contains(stretch)) {
                continue;
            }
            boolean newest = stretch.equals(due.getLast());
            try {
                Optional<BigDecimal> value = client.ask(query, stretch.until());
                if (value.isPresent()) {
                    add(new DenominatorValue(query.key(), stretch, value.get()));
                    status = status.succeeded(clock.instant());
                } else if (newest) { // perhaps it comes late
                    status = failed(status, "the query gives nothing at " + stretch.until());
                } else {
                    known.add(stretch);
                }
            } catch (IOException e) {
                return failed(status, e.getMessage() == null ? e.toString() : e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return status;
            } catch (RuntimeException e) { // this stretch is refused; the next may not be
                status = failed(status, String.valueOf(e.getMessage()));
            }
        }
        return status;
    }

    private void add(DenominatorValue value) {
        try {
            store.add(value).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    /** Says the same once. */
    private static QueryStatus failed(QueryStatus status, String why) {
        if (!why.equals(status.error())) {
            LOG.warn("no value of {}: {}", status.denominator(), why);
        }
        return status.failed(why);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        client.close();
        thread.close();
    }
}
