package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.board.Board.TeamLine;
import dev.tallystone.board.Money;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;

/**
 * How far teams can be trusted: what nobody is charged for, and where callers name another team than their identity.
 */
final class TeamGauges {

    private TeamGauges() {}

    static List<MetricSnapshot> of(Board board) {
        return List.of(gauge("bedrock_team_disagreement_month_usd",
                "Cost this UTC month of calls whose metadata names another team than their identity.",
                board.disagreement()),
                gauge("bedrock_unallocated_cost_month_usd",
                        "Cost this UTC month of calls that no rule and no metadata gives to a team, without owned units.",
                        unallocated(board)));
    }

    private static Money unallocated(Board board) {
        return board.teams()
                .stream()
                .filter(TeamLine::isUnallocated)
                .map(TeamLine::thisMonth)
                .reduce(Money.NONE, Money::plus);
    }

    /** What has no price at all has no series: it must not look free. */
    private static MetricSnapshot gauge(String name, String help, Money money) {
        var gauge = new Gauge(name, help);
        if (money.usd().isPositive() || money.unpriced().isEmpty()) {
            gauge.set(money.usd());
        }
        return gauge.build();
    }
}
