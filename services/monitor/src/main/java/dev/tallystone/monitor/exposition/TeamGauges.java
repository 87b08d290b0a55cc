package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.board.Board.Owned;
import dev.tallystone.board.Board.TeamLine;
import dev.tallystone.board.Money;
import dev.tallystone.pricing.Costs;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Function;

/**
 * How far teams can be trusted: what nobody is charged for, and where callers name another team than their identity.
 * And what accrues for each by the calendar, a figure of its own beside what its calls cost.
 */
final class TeamGauges {

    private TeamGauges() {}

    static List<MetricSnapshot> of(Board board) {
        return List.of(gauge("bedrock_team_disagreement_month_usd",
                "Cost this UTC month of calls whose metadata names another team than their identity.",
                board.disagreement()),
                gauge("bedrock_unallocated_cost_month_usd",
                        "Cost this UTC month of calls that no rule and no metadata gives to a team, without owned units.",
                        unallocated(board)),
                standing(board, "bedrock_team_standing_usd_per_hour",
                        "Effective cost an hour of what a team owns; unallocated is what nobody does. Apart from usage.",
                        Owned::perHour),
                standing(board, "bedrock_team_standing_cost_today_usd",
                        "Effective cost this UTC day of what a team owns, used or not. Apart from usage.",
                        Owned::today),
                standing(board, "bedrock_team_standing_cost_month_usd",
                        "Effective cost this UTC month of what a team owns, used or not. Apart from usage.",
                        Owned::thisMonth));
    }

    /** Who owns nothing has no series. */
    private static MetricSnapshot standing(Board board, String name, String help, Function<Owned, Costs> part) {
        var gauge = new Gauge(name, help);
        board.teams()
                .stream()
                .filter(line -> !line.standing().equals(Owned.NOTHING))
                .forEach(line -> gauge.set(part.apply(line.standing()).effective(), "team", line.team()));
        return gauge.build();
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
