package dev.tallystone.board.unitcosts;

import dev.tallystone.board.Past;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.unitcosts.UnitEconomics.Line;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingCosts;
import java.time.Instant;
import java.util.List;

/** What was paid, by use and by the calendar. */
record Spending(Past past) {

    Costing charge(Used used) {
        return past.pricer().charge(used.usage(), used.quantities(), used.epoch());
    }

    /** What accrues by the calendar is nobody's until it is split, which chargeback does. */
    List<StandingCharge> standing(UsedFilter filter) {
        return filter.team().isPresent()
                ? List.of()
                : past.standing()
                        .stream()
                        .filter(charge -> filter.model().map(model(charge)::equals).orElse(true))
                        .toList();
    }

    Costs accrued(StandingCharge charge, Instant from, Instant to) {
        return new StandingCosts(past.pricer()).accrued(charge, from, to);
    }

    String model(StandingCharge charge) {
        return past.pricer().baseModel(charge.model(), past.asOf());
    }

    /** Both together in some stretches. */
    Line in(List<Stretch> stretches, UsedFilter filter) {
        var sum = new LineSum(filter.team().isEmpty());
        for (Stretch stretch : stretches) {
            past.between(stretch.from(), stretch.until(), filter).forEach(used -> sum.add(used, charge(used)));
            standing(filter).forEach(charge -> sum.add(accrued(charge, stretch.from(), stretch.until())));
        }
        return sum.line("covered");
    }
}
