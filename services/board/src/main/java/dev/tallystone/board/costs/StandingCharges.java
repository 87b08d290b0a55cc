package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.focus.PricedCharge;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingCosts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What accrues by the calendar, as charges; cut where its list price or its model's name changes. */
final class StandingCharges {

    /** A charge and whose it is. */
    record Part(PricedCharge charge, CostKey key) {}

    /** What a row must not mix. */
    private record Terms(String model, List<Optional<PriceRow>> listed) {}

    private final Past past;
    private final UsedFilter filter;
    private final StandingCosts costs;
    private final StandingRows rows;

    StandingCharges(Past past, UsedFilter filter) {
        this.past = past;
        this.filter = filter;
        this.costs = new StandingCosts(past.pricer());
        this.rows = new StandingRows(past);
    }

    /** Of {@code [from, to)}, which must lie within one UTC day and not end after what is counted. */
    List<Part> in(Instant from, Instant to) {
        var parts = new ArrayList<Part>();
        for (StandingCharge charge : past.standing()) {
            for (Instant begin = from; begin.isBefore(to);) {
                Instant end = endOf(charge, begin, to);
                parts.addAll(of(charge, begin, end));
                begin = end;
            }
        }
        return parts;
    }

    private Instant endOf(StandingCharge charge, Instant begin, Instant to) {
        Pricer pricer = past.pricer();
        Terms terms = terms(charge, begin);
        Instant end = pricer.endOf(pricer.epochOf(begin.toEpochMilli()));
        while (end.isBefore(to) && terms(charge, end).equals(terms)) {
            end = pricer.endOf(pricer.epochOf(end.toEpochMilli()));
        }
        return end.isBefore(to) ? end : to;
    }

    private Terms terms(StandingCharge charge, Instant at) {
        return new Terms(past.pricer().baseModel(charge.model(), at), charge.accruals(at, at)
                .stream()
                .map(accrual -> costs.listed(charge, accrual.price(), at))
                .toList());
    }

    private List<Part> of(StandingCharge charge, Instant begin, Instant end) {
        Terms terms = terms(charge, begin);
        String team = past.teamOf(charge);
        if (!filter.accepts(charge, terms.model(), team)) {
            return List.of();
        }
        var key = new CostKey(terms.model(), team, charge.region(), option(charge));
        return rows.of(charge, terms.model(), terms.listed(), begin, end)
                .stream()
                .map(row -> new Part(row, key))
                .toList();
    }

    private static String option(StandingCharge charge) {
        return charge.option().map(term -> term.label()).orElse(charge.kind().label());
    }
}
