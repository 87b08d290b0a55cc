package dev.tallystone.board.unitcosts;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Divides what was paid by what was counted. Belongs to the thread of the past. */
public final class UnitCounting {

    private static final Comparator<Line> DEAREST = Comparator.comparing((Line line) -> line.cost().usd())
            .reversed()
            .thenComparing(Line::name);

    private final Past past;
    private final Spending spending;

    public UnitCounting(Past past) {
        this.past = past;
        this.spending = new Spending(past);
    }

    /** What one of something cost in a span; of denominators, those that are for the asked team and model. */
    public UnitEconomics of(String scope, Span span, UsedFilter filter, Denominators denominators) {
        Instant from = span.from(past.asOf()).filter(past.since()::isBefore).orElse(past.since());
        Instant to = end(span);
        var total = new LineSum(filter.team().isEmpty());
        Map<String, LineSum> models = new TreeMap<>();
        Map<String, LineSum> teams = new TreeMap<>();
        for (Used used : past.in(span, filter)) {
            Costing costing = spending.charge(used);
            total.add(used, costing);
            models.computeIfAbsent(used.usage().model(), _ -> new LineSum(filter.team().isEmpty())).add(used, costing);
            teams.computeIfAbsent(used.team(), _ -> new LineSum(false)).add(used, costing);
        }
        Usd standing = Usd.ZERO;
        for (StandingCharge charge : spending.standing(filter)) {
            Costs accrued = spending.accrued(charge, from, to);
            if (!accrued.equals(Costs.ZERO)) {
                total.add(accrued);
                models.computeIfAbsent(spending.model(charge), _ -> new LineSum(true)).add(accrued);
                standing = standing.plus(accrued.effective());
            }
        }
        Line sum = total.line("total");
        return new UnitEconomics(scope, from, to, sum, lines(models), lines(teams),
                perOnes(span, to, filter, denominators), standing, notes(sum, standing, filter));
    }

    /** A rolling window ends with its last full step. */
    private Instant end(Span span) {
        return switch (span) {
            case Span.Rolling(var window) -> Instant.ofEpochMilli(
                    Math.floorDiv(past.asOf().toEpochMilli(), window.stepMs()) * window.stepMs());
            case Span.Days _,Span.ToDate _ -> span.to(past.asOf());
        };
    }

    private List<PerOne> perOnes(Span span, Instant to, UsedFilter filter, Denominators denominators) {
        Instant counted = past.known().since(); // before the oldest tally, where there were no calls at first
        Instant from = span.from(past.asOf()).orElse(counted.isBefore(past.since()) ? counted : past.since());
        return from.isBefore(to)
                ? new Dividing(spending).within(new Stretch(from, to), filter, denominators)
                : List.of();
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

    /** Of each denominator, the newest value whose cost is known. */
    public List<PerOne> latest(Denominators denominators) {
        return new Dividing(spending).latest(denominators);
    }
}
