package dev.tallystone.board.explain;

import dev.tallystone.board.Past;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.explain.Explanation.StandingLine;
import dev.tallystone.pricing.Commitment;
import dev.tallystone.pricing.Costs;
import java.time.Instant;
import java.util.List;

/** What was paid by the hour in a stretch of time, without any event that says so. */
final class StandingLines {

    private StandingLines() {}

    static List<StandingLine> of(Past past, UsedFilter filter, Instant from, Instant to) {
        if (filter.mode().isPresent() || filter.team().isPresent()) {
            return List.of();
        }
        return past.commitments()
                .stream()
                .filter(owned -> filter.region().map(owned.region()::equals).orElse(true))
                .filter(owned -> filter.model().map(model(past, owned, to)::equals).orElse(true))
                .map(owned -> new StandingLine(owned.id(), model(past, owned, to), owned.region(), owned.term(),
                        owned.units(), owned.perHour(), Costs.atList(owned.accrued(from, to))))
                .filter(line -> line.costs().effective().isPositive())
                .toList();
    }

    private static String model(Past past, Commitment owned, Instant at) {
        return past.pricer().baseModel(owned.model(), at);
    }
}
