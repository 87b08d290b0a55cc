package dev.tallystone.board.unitcosts;

import dev.tallystone.board.KnownTime;
import dev.tallystone.board.ModelSearch;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.unitcosts.UnitEconomics.Line;
import dev.tallystone.board.unitcosts.UnitEconomics.PerOne;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides by what the user counts. */
final class Dividing {

    private static final int DECIMALS = 12;

    private final Spending spending;

    Dividing(Spending spending) {
        this.spending = spending;
    }

    /** By those that are for the asked team and model. */
    List<PerOne> within(Stretch window, UsedFilter filter, Denominators denominators) {
        return denominators.keys()
                .stream()
                .filter(key -> filter.team().isEmpty() || filter.team().equals(key.team()))
                .filter(key -> filter.model().isEmpty()
                        || filter.model().equals(key.model().flatMap(this::findModel)))
                .map(key -> perOne(key, denominators.of(key), window))
                .toList();
    }

    /** Of each denominator, the newest value whose cost is known. */
    List<PerOne> latest(Denominators denominators) {
        var latest = new ArrayList<PerOne>();
        KnownTime known = spending.past().known();
        for (DenominatorKey key : denominators.keys()) {
            denominators.of(key)
                    .reversed()
                    .stream()
                    .filter(value -> known.isBegin(value.stretch().from())
                            && known.isEnd(value.stretch().from(), value.stretch().until()))
                    .findFirst()
                    .ifPresent(value -> latest.add(perOne(key, List.of(value), value.stretch())));
        }
        return latest;
    }

    /** What one cost within a window. */
    private PerOne perOne(DenominatorKey key, List<DenominatorValue> values, Stretch window) {
        KnownTime known = spending.past().known();
        Coverage coverage = Coverage.of(values, window, known);
        Optional<String> model = key.model().flatMap(this::findModel);
        if (coverage.runs().isEmpty()) {
            return absent(key, coverage, "no value covers a part of the window whose cost is known");
        }
        if (key.model().isPresent() && model.isEmpty()) {
            return absent(key, coverage, "no model in use, or more than one, is called '%s'".formatted(
                    key.model().orElse("")));
        }
        var filter = new UsedFilter(model, Optional.empty(), Optional.empty(), key.team());
        Line cost = spending.in(coverage.runs(), filter);
        if (coverage.value().signum() == 0) {
            return new PerOne(key, coverage, Optional.of(cost), Optional.empty(), List.of("there were none"));
        }
        if (!cost.cost().usd().isPositive() && !cost.cost().unpriced().isEmpty()) {
            return new PerOne(key, coverage, Optional.of(cost), Optional.empty(), cost.absent());
        }
        return new PerOne(key, coverage, Optional.of(cost), Optional.of(divided(cost.cost().usd(), coverage.value())),
                notes(coverage, cost, filter));
    }

    private List<String> notes(Coverage coverage, Line cost, UsedFilter filter) {
        var notes = new ArrayList<String>();
        if (!cost.cost().unpriced().isEmpty()) {
            notes.add("a lower bound: " + String.join(", ", cost.cost().unpriced()));
        }
        if (cost.ownedRequests() > 0) {
            notes.add("without what owned units cost, which served %,d requests: see chargeback".formatted(
                    cost.ownedRequests()));
        }
        if (!spending.standing(filter).isEmpty() && !coverage.runs().stream().allMatch(Stretch::isOfHours)) {
            notes.add(
                    "owned units and the like are paid when an hour begins: only values of full hours hold each once");
        }
        return notes;
    }

    private static PerOne absent(DenominatorKey key, Coverage coverage, String why) {
        return new PerOne(key, coverage, Optional.empty(), Optional.empty(), List.of(why));
    }

    private static Usd divided(Usd cost, BigDecimal count) {
        return new Usd(cost.amount().divide(count, DECIMALS, RoundingMode.HALF_EVEN));
    }

    private Optional<String> findModel(String asked) {
        try {
            return Optional.of(ModelSearch.find(spending.past(), asked));
        } catch (IllegalArgumentException _) { // that nobody calls it now is an answer here
            return Optional.empty();
        }
    }
}
