package dev.tallystone.monitor.close;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.Span;
import dev.tallystone.board.Trust;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.close.Statement;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.board.costs.Exporter;
import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.focus.FocusRow;
import dev.tallystone.pricing.focus.Payer;
import dev.tallystone.recommendation.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A monitor's months without its Kafka: what was merged, at which offset, and what is closed. */
final class Ledgers {

    static final Payer PAYER = Payer.of("999988887777");
    private static final String LEDGER = "books";

    private final CloseSettings settings;
    private final List<TallyRow> merged = new ArrayList<>();
    private ClosedMonths closed;
    private LateTallies late;
    private PriceBook book = book("3.00");
    private Agreements agreements = Agreements.NONE;
    private List<String> metadataKeys = List.of("team");
    private long gaps;
    private int heldRows;

    Ledgers(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings = new CloseSettings(Optional.of(folder), PAYER);
        closed = ClosedMonths.open(settings);
        late = new LateTallies(LEDGER, closed.months());
    }

    /** One model, whose input has this price by the million. */
    static PriceBook book(String usd) {
        return PriceBookReader
                .read("""
                    book: test
                    currency: USD
                    sources: { page: { title: "A page", seen: 2026-09-01, evidence: on_price_list } }
                    models:
                      - { id: acme.one, name: "Acme One", provider: Acme, kind: text, seller: aws }
                    prices:
                      - { model: acme.one, option: on_demand, measure: input, per: 1M tokens, usd: "%s", from: 2026-01-01, source: page }
                    complete: true
                    """
                        .formatted(usd)
                        .getBytes(StandardCharsets.UTF_8));
    }

    void price(String usd) {
        book = book(usd);
    }

    void metadataKeys(String... all) {
        metadataKeys = List.of(all);
    }

    void agreements(Agreements all) {
        agreements = all;
    }

    void gaps(long count) {
        gaps = count;
    }

    void heldRows(int count) {
        heldRows = count;
    }

    /** So many million input tokens of a model in one call. */
    void call(String model, String at, long millions) {
        var cell = new Cell("123456789012", "us-west-2", model, new Caller("user/a", List.of("ads")), "Converse",
                Source.KAFKA, "", "", 0, "", Outcome.OK, 0);
        var row = new TallyRow(new TallyKey(TallyKey.bucketOf(Instant.parse(at).toEpochMilli()), cell),
                Quantities.of(Measure.REQUESTS, 1).plus(Quantities.of(Measure.INPUT, millions * 1_000_000)));
        late.look(0, merged.size(), List.of(row));
        merged.add(row);
    }

    /** All tallies before an offset are no longer kept: a monitor that starts now reads the rest. */
    void restart(int oldest) {
        closed = ClosedMonths.open(settings);
        late = new LateTallies(LEDGER, closed.months());
        for (int offset = oldest; offset < merged.size(); offset++) {
            late.look(0, offset, List.of(merged.get(offset)));
        }
    }

    ClosedMonth close(String month, String asOf) {
        return close(month, asOf, false);
    }

    ClosedMonth close(String month, String asOf, boolean acceptIncomplete) {
        BoardState state = state(asOf);
        var trust = new Trust(Instant.parse("2026-08-01T00:00:00Z"), Map.of(0, (long) merged.size()), 0, 0, 0, 0,
                Map.of(), gaps, 0, 0, 0, Map.of());
        ClosedMonth signed = closed.close(
                new ClosedMonths.Request(YearMonth.parse(month), acceptIncomplete),
                new ClosedMonths.Means(state.past(), trust, LEDGER, heldRows, late, Instant.parse(asOf)));
        late.close(signed);
        return signed;
    }

    MonthList list(String asOf) {
        BoardState state = state(asOf);
        return MonthList.of(MonthList.open(state.past(), closed), closed, late.snapshot(), now());
    }

    /** The rows of a month as they are billed, as far as they are asked for. */
    List<FocusRow> billed(String month, String asOf, UsedFilter filter) {
        Span.Days days = Statement.days(YearMonth.parse(month));
        CostExport costs = Exporter.days(state(asOf).past(), days, filter);
        return new BilledRows(closed, late.snapshot()).of(days, filter, costs, now());
    }

    private BoardState state(String asOf) {
        var state = new BoardState(boardSettings(), book);
        state.merge(merged);
        state.advanceTo(Instant.parse(asOf));
        return state;
    }

    Correction.Now now() {
        return new Correction.Now(boardSettings(), book, PAYER);
    }

    private BoardSettings boardSettings() {
        var rules = new Rules(BigDecimal.ZERO, BigDecimal.ONE, Duration.ofMinutes(1), Duration.ofHours(24));
        return new BoardSettings(metadataKeys, List.of(), List.of(), List.of(), List.of(), agreements, rules, 10,
                10, IdlePolicy.OWN_LINE);
    }
}
