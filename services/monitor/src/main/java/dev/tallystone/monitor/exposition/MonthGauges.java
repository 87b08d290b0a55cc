package dev.tallystone.monitor.exposition;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.View;
import dev.tallystone.monitor.close.ClosedMonth;
import dev.tallystone.monitor.close.ClosedMonths;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** What was signed of the last closed months, and what came since. */
final class MonthGauges {

    private MonthGauges() {}

    static List<MetricSnapshot> of(View view) {
        List<ClosedMonth> closed = view.closed();
        if (closed.isEmpty()) {
            return List.of();
        }
        var costs = new Gauge("bedrock_closed_month_cost_usd",
                "Effective cost of a closed UTC month, as it was signed.");
        closed.stream()
                .skip(Math.max(0, closed.size() - ClosedMonths.CORRECTED))
                .forEach(month -> costs.set(month.manifest().costs().costs().effective(), "month",
                        month.month().toString()));
        long requests = view.late().stream().mapToLong(MonthGauges::requests).sum();
        return List.of(costs.build(),
                new Gauge("bedrock_late_requests", "Calls of closed months that were counted since the last closing.")
                        .set(requests)
                        .build());
    }

    private static long requests(TallyRow row) {
        return row.quantities().get(Measure.REQUESTS);
    }
}
