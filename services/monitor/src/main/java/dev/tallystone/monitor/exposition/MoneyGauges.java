package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.board.Board.TeamLine;
import dev.tallystone.board.Money;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Money as gauges in event time: a corrected or re-priced sum may go down, which a counter must not. What was charged
 * and what something else would have cost are metrics of their own, so that nobody adds them.
 */
final class MoneyGauges {

    private MoneyGauges() {}

    static String[] labels(ModelLine line) {
        return new String[]{"model", line.model(), "region", line.region(), "mode", line.mode().label()};
    }

    static List<MetricSnapshot> of(Board board) {
        var metrics = new ArrayList<MetricSnapshot>();
        addModels(board, metrics);
        addTeams(board, metrics);
        metrics.add(quotes(board).build());
        metrics.addAll(StandingGauges.of(board));
        metrics.add(new Gauge("bedrock_cost_month_usd", "Cost of this UTC month, owned units and the like included.")
                .set(board.thisMonth().usd())
                .build());
        metrics.add(
                new Gauge("bedrock_unpriced_share_ratio", "Share of the last hour's requests whose cost is unknown.")
                        .set(board.unpricedShare().doubleValue())
                        .build());
        return metrics;
    }

    private static void addModels(Board board, List<MetricSnapshot> metrics) {
        var burn = new Gauge("bedrock_burn_rate_usd_per_hour", "Cost of an hour at the pace of the last five minutes.");
        var windows = new Gauge("bedrock_cost_usd", "Cost of a rolling window, without owned units; "
                + "1m and 5m end at the last full ten seconds, 1h and 24h at the last full minute.");
        var today = new Gauge("bedrock_cost_today_usd", "Cost of this UTC day, without owned units.");
        var toDate = new Gauge("bedrock_cost_to_date_usd", "Cost since the oldest tally kept, without owned units.");
        var unpriced = new Gauge("bedrock_unpriced_info",
                "1 for what has no price, so that its cost above is missing or low.");
        for (ModelLine line : board.models()) {
            String[] labels = labels(line);
            set(burn, line.burn(), labels);
            line.costs()
                    .forEach(
                            (window, cost) -> set(windows, cost, UsageCounters.with(labels, "window", window.label())));
            set(today, line.today(), labels);
            set(toDate, line.toDate(), labels);
            line.toDate().unpriced().forEach(why -> unpriced.set(1, UsageCounters.with(labels, "reason", why)));
        }
        metrics.addAll(List.of(burn.build(), windows.build(), today.build(), toDate.build(), unpriced.build()));
    }

    /** What has no price at all has no series: it must not look free. */
    private static void set(Gauge gauge, Money money, String... labels) {
        if (money.usd().isPositive() || money.unpriced().isEmpty()) {
            gauge.set(money.usd(), labels);
        }
    }

    private static void addTeams(Board board, List<MetricSnapshot> metrics) {
        var burn = new Gauge("bedrock_team_burn_rate_usd_per_hour", "Cost of an hour at the present pace, by team.");
        var today = new Gauge("bedrock_team_cost_today_usd", "Cost of this UTC day by team, without owned units.");
        for (TeamLine line : board.teams()) {
            burn.set(line.burn().usd(), "team", line.team());
            today.set(line.today().usd(), "team", line.team());
        }
        metrics.addAll(List.of(burn.build(), today.build()));
    }

    private static Gauge quotes(Board board) {
        var quotes = new Gauge("bedrock_quote_usd_per_hour",
                "What the same work would cost an hour by another option; absent where a part of it cannot be bought so. "
                        + "Never add options.");
        Quotes.of(board.models())
                .forEach(quote -> quotes.set(quote.usdPerHour(), "model", quote.model(), "region", quote.region(),
                        "option", quote.option().label()));
        return quotes;
    }
}
