package dev.tallystone.board.explain;

import dev.tallystone.board.Money;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.explain.Explanation.Line;
import dev.tallystone.board.explain.Explanation.NotPriced;
import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Explains what a stretch of usage cost. */
public final class Explainer {

    private record LineKey(String model, String region, Mode mode, Measure measure, String variant, UnitPrice price) {}

    private record Missing(String model, String region, Mode mode, String measure,
            String why) implements Comparable<Missing> {

        @Override
        public int compareTo(Missing other) {
            return Comparator.comparing(Missing::model)
                    .thenComparing(Missing::region)
                    .thenComparing(Missing::mode)
                    .thenComparing(Missing::measure)
                    .thenComparing(Missing::why)
                    .compare(this, other);
        }
    }

    private final Past past;
    private final Map<LineKey, Long> quantities = new LinkedHashMap<>();
    private final Map<Missing, Long> missing = new TreeMap<>();
    private final Set<String> assumptions = new TreeSet<>();
    private Money total = Money.NONE;
    private long requests;
    private long successful;
    private long tokens;

    private Explainer(Past past) {
        this.past = past;
    }

    /**
     * What the filtered usage of a span cost, and what accrued by the calendar for the same model, Region, owner and
     * way of buying.
     */
    public static Explanation of(Past past, String scope, Span span, UsedFilter filter) {
        var explainer = new Explainer(past);
        past.in(span, filter).forEach(explainer::add);
        Instant from = span.from(past.asOf()).filter(past.since()::isBefore).orElse(past.since());
        Instant to = span.to(past.asOf());
        Agreements agreements = past.pricer().agreements();
        explainer.assumptions.add("money is " + agreements.told(from, to));
        explainer.assumptions.addAll(agreements.warnings(past.asOf()));
        var standing = StandingLines.of(past, filter, from, to);
        for (Explanation.StandingLine line : standing) {
            explainer.total = explainer.total.plus(line.costs());
        }
        return new Explanation(scope, from, to, explainer.total,
                UnitCosts.of(explainer.total.usd(), explainer.requests, explainer.successful, explainer.tokens),
                explainer.lines(), standing, explainer.notPriced(),
                List.copyOf(explainer.assumptions));
    }

    private void add(Used used) {
        Costing costing = past.pricer().charge(used.usage(), used.quantities(), used.epoch());
        total = total.plus(costing);
        long called = used.quantities().get(Measure.REQUESTS);
        requests = Math.addExact(requests, called);
        successful = Math.addExact(successful, used.usage().cell().outcome() == Outcome.OK ? called : 0);
        tokens = Math.addExact(tokens, used.quantities().tokens());
        switch (costing) {
            case Costing.Priced _ -> addLines(used);
            case Costing.Unpriced(var why) -> addMissing(used, String.join(", ", why));
        }
        for (Caveat caveat : Caveat.ALL) {
            if (caveat.in(used.usage().cell().caveats()) && used.quantities().get(Measure.REQUESTS) != 0) {
                assumptions.add("%s: %s".formatted(used.usage().model(), caveat.label().replace('_', ' ')));
            }
        }
    }

    private void addLines(Used used) {
        boolean owned = used.usage().mode() == Mode.PROVISIONED;
        UnitPrices prices = past.pricer().chargedPrices(used.usage(), used.epoch());
        for (Measure measure : UnitPrices.CHARGED) {
            long quantity = used.quantities().get(measure);
            if (quantity != 0 && owned && UnitPrices.OF_MODELS.contains(measure)) {
                missing.merge(missing(used, measure.label(), "served by owned units, which are paid by the hour"),
                        quantity, Math::addExact);
            } else if (quantity != 0) {
                prices.find(measure).ifPresent(price -> addLine(used, measure, quantity, price));
            }
        }
    }

    private void addLine(Used used, Measure measure, long quantity, UnitPrice price) {
        quantities.merge(new LineKey(used.usage().model(), used.usage().cell().region(), used.usage().mode(), measure,
                used.usage().cell().variant(), price), quantity, Math::addExact);
        PriceReason.notCertain(price).ifPresent(assumptions::add);
    }

    private void addMissing(Used used, String why) {
        var charged = UnitPrices.CHARGED.stream().filter(measure -> used.quantities().get(measure) != 0).toList();
        for (Measure measure : charged) {
            missing.merge(missing(used, measure.label(), why), used.quantities().get(measure), Math::addExact);
        }
        if (charged.isEmpty()) {
            missing.merge(missing(used, Measure.REQUESTS.label(), why), used.quantities().get(Measure.REQUESTS),
                    Math::addExact);
        }
    }

    private static Missing missing(Used used, String measure, String why) {
        return new Missing(used.usage().model(), used.usage().cell().region(), used.usage().mode(), measure, why);
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        quantities.forEach((key, quantity) -> lines.add(line(key, quantity)));
        lines.sort(Comparator.comparing((Line line) -> line.costs().effective())
                .reversed()
                .thenComparing(Line::model)
                .thenComparing(Line::region)
                .thenComparing(Line::measure)
                .thenComparing(line -> line.because().rowFrom()));
        return lines;
    }

    private Line line(LineKey key, long quantity) {
        UnitPrice price = key.price();
        BigDecimal per = BigDecimal.valueOf(price.row().per());
        BigDecimal count = BigDecimal.valueOf(quantity);
        return new Line(key.model(), key.region(), key.mode().label(), key.measure().label(),
                PriceReason.context(price.row()), key.variant(), quantity, price.row().perUnit(),
                new Usd(price.list().multiply(per)), new Usd(price.contracted().multiply(per)),
                Costs.perUse(new Usd(price.list().multiply(count)), new Usd(price.contracted().multiply(count))),
                price.certain(), PriceReason.of(price, past.pricer().book()));
    }

    private List<NotPriced> notPriced() {
        return missing.entrySet()
                .stream()
                .map(entry -> new NotPriced(entry.getKey().model(), entry.getKey().region(),
                        entry.getKey().mode().label(), entry.getKey().measure(), entry.getValue(),
                        entry.getKey().why()))
                .toList();
    }
}
