package dev.tallystone.board.why;

import dev.tallystone.board.why.Change.LeftOut;
import dev.tallystone.board.why.Change.Mover;
import dev.tallystone.board.why.Change.Term;
import dev.tallystone.invocation.Measure;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Usd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must hold of every change, worked out from the periods in another way than the waterfall does. */
record Law(Period before, Period after) {

    /** What does not hold. */
    List<String> violations(Change change) {
        var broken = new ArrayList<String>();
        expect(broken, "cost before", cost(before), change.before().usd());
        expect(broken, "cost after", cost(after), change.after().usd());
        expect(broken, "change", cost(after).minus(cost(before)), change.change());
        expect(broken, "sum of terms", cost(after).minus(cost(before)),
                change.terms().stream().map(Term::usd).reduce(Usd.ZERO, Usd::plus));
        expect(broken, "requests left out before", leftOut(before),
                change.leftOut().stream().mapToLong(LeftOut::requestsBefore).sum());
        expect(broken, "requests left out after", leftOut(after),
                change.leftOut().stream().mapToLong(LeftOut::requestsAfter).sum());
        expect(broken, "callers", largest(), change.callers().stream().map(Mover::change).map(Law::size).toList());
        return broken;
    }

    private static void expect(List<String> broken, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            broken.add("%s: %s instead of %s".formatted(what, actual, expected));
        }
    }

    private Usd cost(Period period) {
        return period.entries().stream().filter(this::isCompared).map(Law::charge).reduce(period.standing(), Usd::plus);
    }

    private long leftOut(Period period) {
        return period.entries()
                .stream()
                .filter(entry -> !isCompared(entry))
                .mapToLong(entry -> entry.quantities().get(Measure.REQUESTS))
                .sum();
    }

    private static Usd charge(Entry entry) {
        return entry.prices().cost(entry.usage(), entry.quantities()) instanceof Costing.Priced(var costs, _)
                ? costs.effective()
                : Usd.ZERO;
    }

    /** Nobody, in either period, used any of what this used at the same place without a price. */
    private boolean isCompared(Entry entry) {
        return Stream.concat(before.entries().stream(), after.entries().stream())
                .filter(other -> other.usage().priceKey().equals(entry.usage().priceKey())
                        && other.usage().mode() == entry.usage().mode())
                .allMatch(other -> Measure.ALL.stream()
                        .filter(measure -> entry.quantities().get(measure) > 0 && other.quantities().get(measure) > 0)
                        .noneMatch(measure -> ((Tariff) other.prices()).lacks(other.usage(), measure)));
    }

    private List<Usd> largest() {
        Map<String, Usd> byCaller = new HashMap<>();
        before.entries()
                .stream()
                .filter(this::isCompared)
                .forEach(entry -> byCaller.merge(entry.caller(),
                        Usd.ZERO.minus(charge(entry)), Usd::plus));
        after.entries()
                .stream()
                .filter(this::isCompared)
                .forEach(entry -> byCaller.merge(entry.caller(),
                        charge(entry), Usd::plus));
        return byCaller.values()
                .stream()
                .map(Law::size)
                .filter(Usd::isPositive)
                .sorted((a, b) -> b.compareTo(a))
                .limit(3)
                .toList();
    }

    private static Usd size(Usd usd) {
        return new Usd(usd.amount().abs());
    }
}
