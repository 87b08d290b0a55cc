package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.recommendation.Recommendation;
import dev.tallystone.recommendation.Recommendation.Basis;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Advice as gauges, for the alert rules. What two accounts have in common is one series: the first that stands. */
final class RecommendationGauges {

    private RecommendationGauges() {}

    static List<MetricSnapshot> of(Board board) {
        var state = new Gauge("bedrock_recommendation_state", "1 while a switch to the option is recommended.");
        var saving = new Gauge("bedrock_recommendation_saving_usd_per_hour",
                "What the option would save an hour at the buyer's prices, see bedrock_price_basis_info; negative when it is dearer.");
        var breakEven = new Gauge("bedrock_recommendation_break_even_ratio",
                "Cost as bought over cost of the option: above 1 the option pays.");
        var units = new Gauge("bedrock_recommended_model_units", "Model units that would serve every full minute.");
        var owned = new Gauge("bedrock_owned_model_units",
                "Model units owned for a custom model, which nothing else serves.");
        var bound = new Gauge("bedrock_recommendation_upper_bound_usd_per_hour",
                "What could be saved at most if all that is not streamed could wait.");
        var seen = new HashSet<List<String>>();
        for (Recommendation advice : standingFirst(board)) {
            String[] labels = {"model", advice.subject().model(), "region", advice.subject().region(), "option",
                    advice.option().label()};
            var key = new ArrayList<>(List.of(labels));
            key.add(advice.basis() == Basis.UPPER_BOUND ? "bound" : "advice");
            if (!seen.add(key)) {
                continue;
            }
            if (advice.basis() == Basis.UPPER_BOUND) {
                bound.set(advice.savingPerHour(), labels);
            } else {
                state.set(advice.stands() ? 1 : 0, labels);
                saving.set(advice.savingPerHour(), labels);
                breakEven.set(advice.evidence().breakEven().doubleValue(), labels);
                if (advice.option().isProvisioned()) {
                    units.set(advice.evidence().units(), labels);
                }
                advice.evidence().ownedUnits().ifPresent(count -> owned.set(count, labels));
            }
        }
        return List.of(state.build(), saving.build(), breakEven.build(), units.build(), owned.build(), bound.build());
    }

    private static List<Recommendation> standingFirst(Board board) {
        var ordered = new ArrayList<>(board.recommendations().stream().filter(Recommendation::stands).toList());
        ordered.addAll(board.recommendations().stream().filter(advice -> !advice.stands()).toList());
        return ordered;
    }
}
