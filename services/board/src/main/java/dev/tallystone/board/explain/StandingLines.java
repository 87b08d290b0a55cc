package dev.tallystone.board.explain;

import dev.tallystone.board.Past;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.explain.Explanation.StandingLine;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingCosts;
import java.time.Instant;
import java.util.List;

/** What accrued by the calendar in a stretch of time, without any event that says so. */
final class StandingLines {

    private StandingLines() {}

    static List<StandingLine> of(Past past, UsedFilter filter, Instant from, Instant to) {
        var costs = new StandingCosts(past.pricer());
        return past.standing()
                .stream()
                .filter(charge -> filter.accepts(charge, model(past, charge, to), past.teamOf(charge)))
                .map(charge -> line(past, charge, to, costs.accrued(charge, from, to)))
                .filter(line -> !line.costs().equals(Costs.ZERO))
                .toList();
    }

    private static StandingLine line(Past past, StandingCharge charge, Instant to, Costs costs) {
        Instant last = charge.holding().untilEnd(to).minusMillis(1);
        return new StandingLine(charge.id(), charge.kind(), model(past, charge, to), charge.region(), charge.owner(),
                charge.option(), charge.amount(), charge.perHour(last), charge.basis(), charge.holding().source(),
                costs);
    }

    private static String model(Past past, StandingCharge charge, Instant at) {
        return past.pricer().baseModel(charge.model(), at);
    }
}
