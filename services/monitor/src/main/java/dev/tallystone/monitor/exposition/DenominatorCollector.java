package dev.tallystone.monitor.exposition;

import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.UnitEconomics.PerOne;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.denominators.QueryStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What one of what the user counts cost, in the newest stretch whose cost is known, and how the queries for it are
 * doing. There are never more of them than may be configured or posted. Once the view is stale, costs are not exported.
 */
public final class DenominatorCollector implements MultiCollector {

    private final Supplier<View> view;
    private final Supplier<List<PerOne>> latest;
    private final Supplier<List<QueryStatus>> queries;
    private final Clock clock;

    public DenominatorCollector(Supplier<View> view, Supplier<List<PerOne>> latest, Supplier<List<QueryStatus>> queries,
            Clock clock) {
        this.view = view;
        this.latest = latest;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> metrics = new ArrayList<>(ofQueries(queries.get()));
        if (!view.get().isStale(clock.instant())) {
            metrics.addAll(costs(latest.get()));
        }
        return new MetricSnapshots(metrics.stream().filter(metric -> !metric.getDataPoints().isEmpty()).toList());
    }

    private static List<MetricSnapshot> costs(List<PerOne> latest) {
        var cost = new Gauge("bedrock_unit_cost_usd",
                "Cost of one of what the user counts, in the newest stretch with a count and a known cost.");
        var end = new Gauge("bedrock_unit_cost_until_timestamp_seconds", "Where that stretch ends.");
        for (PerOne one : latest) {
            one.perOne().ifPresent(usd -> {
                cost.set(usd, labels(one.denominator()));
                end.set(one.coverage().runs().getLast().until().getEpochSecond(), labels(one.denominator()));
            });
        }
        return List.of(cost.build(), end.build());
    }

    /** Prometheus takes an empty label for none. */
    private static String[] labels(DenominatorKey key) {
        return new String[]{"denominator", key.name(), "team", key.team().orElse(""), "model",
                key.model().orElse("")};
    }

    private static List<MetricSnapshot> ofQueries(List<QueryStatus> queries) {
        Map<String, Long> errors = new TreeMap<>();
        Map<String, Long> success = new TreeMap<>();
        for (QueryStatus query : queries) {
            errors.merge(query.denominator().name(), query.errors(), Long::sum);
            query.lastSuccess()
                    .ifPresent(time -> success.merge(query.denominator().name(), time.getEpochSecond(), Math::min));
        }
        var failed = new Counter("tallystone_denominator_errors", "Queries for a denominator that gave no value.");
        errors.forEach((name, count) -> failed.set(count, "name", name));
        var last = new Gauge("tallystone_denominator_last_success_timestamp_seconds",
                "When a query for a denominator last gave a value.");
        success.forEach((name, time) -> last.set(time, "name", name));
        return List.of(failed.build(), last.build());
    }
}
