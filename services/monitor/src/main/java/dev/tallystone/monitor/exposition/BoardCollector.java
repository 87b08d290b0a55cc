package dev.tallystone.monitor.exposition;

import dev.tallystone.monitor.View;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everything about usage and money, from one view per scrape. Exports nothing of it before the monitor has caught up;
 * once the view is stale, only its age and the counters remain.
 */
public final class BoardCollector implements MultiCollector {

    private final Supplier<View> view;
    private final Clock clock;

    public BoardCollector(Supplier<View> view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        View shown = view.get();
        Instant now = clock.instant();
        List<MetricSnapshot> metrics = new ArrayList<>(TrustMetrics.of(shown, now));
        metrics.addAll(PriceGauges.of(shown.prices()));
        shown.board().ifPresent(board -> {
            metrics.addAll(UsageCounters.of(shown.live()));
            if (!shown.isStale(now)) {
                metrics.addAll(UsageGauges.of(board));
                metrics.addAll(MoneyGauges.of(board));
                metrics.addAll(PriceGauges.of(board));
                metrics.addAll(MonthGauges.of(shown));
                metrics.addAll(AgreementGauges.of(board));
                metrics.addAll(TeamGauges.of(board));
                metrics.addAll(RecommendationGauges.of(board));
            }
        });
        return new MetricSnapshots(metrics.stream().filter(metric -> !metric.getDataPoints().isEmpty()).toList());
    }
}
