package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board;
import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.board.Money;
import dev.tallystone.monitor.prices.PriceStatus;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Function;

/** How far the prices can be trusted, and the costs beside the effective one. Each cost is a metric of its own. */
final class PriceGauges {

    private PriceGauges() {}

    /** Of the book alone, as long as there is one. */
    static List<MetricSnapshot> of(PriceStatus prices) {
        if (prices.digest().isEmpty()) {
            return List.of();
        }
        return List.of(
                new Gauge("tallystone_price_book_reload_ok",
                        "0 while the price file is wrong and the last good one holds.")
                        .set(prices.isReloadOk() ? 1L : 0L)
                        .build(),
                new Gauge("tallystone_price_book_held_rows", "Price rows that wait for a re-pricing of the past.")
                        .set((long) prices.held().size())
                        .build(),
                new Gauge("tallystone_price_book_rows", "Price rows in force.").set((long) prices.rows()).build(),
                new Gauge("tallystone_price_book_newest_source_timestamp_seconds",
                        "When the newest source of the prices in force was read.")
                        .set(prices.newestSource().getEpochSecond())
                        .build());
    }

    /** Of what was used. */
    static List<MetricSnapshot> of(Board board) {
        Money month = board.thisMonth();
        return List.of(
                share("bedrock_priced_requests_ratio", "Share of the last hour's requests that have a price.",
                        board.unpricedShare().doubleValue()),
                share("bedrock_priced_tokens_ratio", "Share of the last hour's tokens that have a price.",
                        board.unpricedTokenShare().doubleValue()),
                new Gauge("bedrock_uncertain_cost_month_usd",
                        "The part of this UTC month's cost that rests on prices which are not certain.")
                        .set(month.uncertain())
                        .build(),
                month("bedrock_list_cost_month_usd", "at list prices", month.costs().list()),
                month("bedrock_contracted_cost_month_usd", "at the prices of agreements", month.costs().contracted()),
                month("bedrock_billed_cost_month_usd", "as invoices of this month ask for", month.costs().billed()),
                today(board, "bedrock_list_cost_today_usd", "at list prices", Costs::list),
                today(board, "bedrock_contracted_cost_today_usd", "at the prices of agreements", Costs::contracted),
                today(board, "bedrock_billed_cost_today_usd", "as invoices ask for", Costs::billed));
    }

    private static MetricSnapshot share(String name, String help, double unpriced) {
        return new Gauge(name, help).set(1 - unpriced).build();
    }

    private static MetricSnapshot month(String name, String how, Usd usd) {
        return new Gauge(name, "Cost of this UTC month %s, owned units included.".formatted(how)).set(usd).build();
    }

    private static MetricSnapshot today(Board board, String name, String how, Function<Costs, Usd> cost) {
        var gauge = new Gauge(name, "Cost of this UTC day %s, without owned units.".formatted(how));
        for (ModelLine line : board.models()) {
            if (line.today().usd().isPositive() || line.today().unpriced().isEmpty()) {
                gauge.set(cost.apply(line.today().costs()), MoneyGauges.labels(line));
            }
        }
        return gauge.build();
    }
}
