package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.board.Board.CommitmentLine;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.standing.StandingKind;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/** What accrues by the calendar. */
final class StandingGauges {

    private final Gauge perHour = new Gauge("bedrock_standing_usd_per_hour",
            "Effective cost of an hour of what is owned, reserved or kept, used or not.");
    private final Gauge owned = new Gauge("bedrock_owned_units_usd_per_hour",
            "Owned model units alone, used or not; a part of bedrock_standing_usd_per_hour.");
    private final Gauge ends = new Gauge("bedrock_commitment_end_timestamp_seconds",
            "When what is owned, reserved or kept ends; absent while it runs on.");
    private final Gauge renewals = new Gauge("bedrock_commitment_renewal_timestamp_seconds",
            "When the running term ends: automatic, it binds for another; else it is over. Absent without a term.");
    private final Gauge month = new Gauge("bedrock_standing_cost_month_usd",
            "Effective cost of this UTC month of what is owned, reserved or kept, used or not.");

    private StandingGauges() {}

    static List<MetricSnapshot> of(Board board) {
        var gauges = new StandingGauges();
        board.commitments().forEach(gauges::add);
        return List.of(gauges.perHour.build(), gauges.owned.build(), gauges.ends.build(), gauges.renewals.build(),
                gauges.month.build());
    }

    private void add(CommitmentLine line) {
        month.set(line.thisMonth().effective(), "commitment", line.id(), "kind", line.kind().label(), "owner",
                line.owner().isEmpty() ? "unallocated" : line.owner());
        String[] labels = {"commitment", line.id(), "model", line.model(), "region", line.region(), "term",
                line.term().map(PricingOption::label).orElse("none")};
        String[] withKind = UsageCounters.with(labels, "kind", line.kind().label());
        perHour.set(line.usdPerHour(), withKind);
        if (line.kind() == StandingKind.MODEL_UNITS) {
            owned.set(line.usdPerHour(), labels);
        }
        line.end().ifPresent(end -> ends.set(end.getEpochSecond(), withKind));
        line.nextRenewal()
                .ifPresent(next -> renewals.set(next.at().getEpochSecond(),
                        UsageCounters.with(withKind, "automatic", Boolean.toString(next.automatic()))));
    }
}
