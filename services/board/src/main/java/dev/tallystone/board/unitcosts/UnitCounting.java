package dev.tallystone.board.unitcosts;

import dev.tallystone.board.KnownTime;
import dev.tallystone.board.ModelSearch;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.unitcosts.UnitEconomics.Line;
import dev.tallystone.board.unitcosts.UnitEconomics.PerOne;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingCosts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Divides what was paid by what was counted. Belongs to the thread of the past. */
public final class UnitCounting {

    private static final int DECIMALS = 12;
    private static final Comparator<Line> DEAREST = Comparator.comparing((Line line) -> line.cost().usd())
            .reversed()
            .thenComparing(Line::name);

    private final Past past;

    public UnitCounting(Past past) {
        this.past = past;
    }

    /** What one of something cost in a span; of denominators, those that are for the asked team and model. */
    public UnitEconomics of(String scope, Span span, UsedFilter filter, Denominators denominators) {
        Instant from = span.from(past.asOf()).filter(past.since()::isBefore).orElse(past.since());
        Instant to = span.to(past.asOf());
        var total = new LineSum(filter.team().isEmpty());
        Map<String, LineSum> models = new TreeMap<>();
        Map<String, LineSum> teams = new TreeMap<>();
        for (Used used : past.in(span, filter)) {
            Costing costing = charge(used);
            total.add(used, costing);
            models.computeIfAbsent(used.usage().model(), _ -> new LineSum(filter.team().isEmpty())).add(used, costing);
            teams.computeIfAbsent(used.team(), _ -> new LineSum(false)).add(used, costing);
        }
        Usd standing = Usd.ZERO;
        for (StandingCharge charge : standing(filter)) {
            Costs accrued = new StandingCosts(past.pricer()).accrued(charge, from, to);
            if (!accrued.equals(Costs.ZERO)) {
                total.add(accrued);
                models.computeIfAbsent(model(charge), _ -> new LineSum(true)).add(accrued);
                standing = standing.plus(accrued.effective());
            }
        }
        Line sum = total.line("total");
        return new UnitEconomics(scope, from, to, sum, lines(models), lines(teams),
                perOnes(span, filter, denominators), standing, notes(sum, standing, filter));
    }

    private Costing charge(Used used) {
        return past.pricer().charge(used.usage(), used.quantities(), used.epoch());
    }

    /** What accrues by the calendar is nobody's until it is split, which chargeback does. */
    private List<StandingCharge> standing(UsedFilter filter) {
        return filter.team().isPresent()
                ? List.of()
                : past.standing()
                        .stream()
                        .filter(charge -> filter.model().map(model(charge)::equals).orElse(true))
                        .toList();
    }

    private String model(StandingCharge charge) {
        return past.pricer().baseModel(charge.model(), past.asOf());
    }

    private static List<Line> lines(Map<String, LineSum> sums) {
        return sums.entrySet().stream().map(each -> each.getValue().line(each.getKey())).sorted(DEAREST).toList();
    }

    private static List<String> notes(Line total, Usd standing, UsedFilter filter) {
        var notes = new ArrayList<String>();
        if (!total.cost().unpriced().isEmpty()) {
            notes.add("a part has no price, so these are lower bounds: " + String.join(", ", total.cost().unpriced()));
        }
        if (total.cost().uncertain().isPositive()) {
            notes.add("%s rests on prices that are not certain".formatted(total.cost().uncertain()));
        }
        if (standing.isPositive()) {
            notes.add("%s of owned units and the like is in the total and its models, not in teams: see chargeback"
                    .formatted(standing));
        }
        if (filter.team().isPresent() && total.ownedRequests() > 0) {
            notes.add("%,d requests were served by owned units and are left out: see chargeback".formatted(
                    total.ownedRequests()));
        }
        return notes;
    }

    private List<PerOne> perOnes(Span span, UsedFilter filter, Denominators denominators) {
        Instant from = span.from(past.asOf()).orElse(past.since());
        Instant to = span.to(past.asOf());
        if (!from.isBefore(to)) {
            return List.of();
        }
        var window = new Stretch(from, to);
        return denominators.keys()
                .stream()
                .filter(key -> filter.team().isEmpty() || filter.team().equals(key.team()))
                .filter(key -> filter.model().isEmpty()
                        || filter.model().equals(key.model().flatMap(this::findModel)))
                .map(key -> perOne(key, denominators.of(key), window))
                .toList();
    }

    /** What one cost within a window. */
    PerOne perOne(DenominatorKey key, List<DenominatorValue> values, Stretch window) {
        KnownTime known = past.known();
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
        Line cost = cost(coverage.runs(), filter);
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
        if (!standing(filter).isEmpty() && !coverage.runs().stream().allMatch(Stretch::isOfHours)) {
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
            return Optional.of(ModelSearch.find(past, asked));
        } catch (IllegalArgumentException _) { // that nobody calls it now is an answer here
            return Optional.empty();
        }
    }

    private Line cost(List<Stretch> runs, UsedFilter filter) {
        var sum = new LineSum(filter.team().isEmpty());
        var standing = new StandingCosts(past.pricer());
        for (Stretch run : runs) {
            past.between(run.from(), run.until(), filter).forEach(used -> sum.add(used, charge(used)));
            standing(filter).forEach(charge -> sum.add(standing.accrued(charge, run.from(), run.until())));
        }
        return sum.line("covered");
    }

    /** Of each denominator, the newest value whose cost is known. */
    public List<PerOne> latest(Denominators denominators) {
        var latest = new ArrayList<PerOne>();
        KnownTime known = past.known();
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
}
