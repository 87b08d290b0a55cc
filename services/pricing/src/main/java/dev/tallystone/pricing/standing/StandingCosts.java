package dev.tallystone.pricing.standing;

import dev.tallystone.invocation.ModelId;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Standing charges with all four costs: list by the book's prices of each moment, the others by the stated price. Where
 * the book has none, list is the stated price too. One thread, that of the pricer.
 */
public record StandingCosts(Pricer pricer) {

    /** What all of them accrued within {@code [from, to)}. */
    public Costs accrued(Collection<? extends StandingCharge> charges, Instant from, Instant to) {
        return charges.stream().map(charge -> accrued(charge, from, to)).reduce(Costs.ZERO, Costs::plus);
    }

    /** What one accrued within {@code [from, to)}. */
    public Costs accrued(StandingCharge charge, Instant from, Instant to) {
        Costs stated = charge.accrued(from, to);
        return new Costs(list(charge, from, to), stated.contracted(), stated.effective(), stated.billed());
    }

    /** What the present hour costs; billed here means by the hour, as effective. */
    public Costs perHour(StandingCharge charge, Instant at) {
        Usd stated = charge.perHour(at);
        return new Costs(atList(charge, at).perHour(at), stated, stated, stated);
    }

    /** Cut where a price or a name changes. */
    private Usd list(StandingCharge charge, Instant from, Instant to) {
        Usd list = Usd.ZERO;
        Instant begin = from;
        for (int epoch = pricer.epochOf(from.toEpochMilli()); begin.isBefore(to); epoch++) {
            Instant end = epoch == pricer.epochOf(to.toEpochMilli()) ? to : pricer.momentOf(epoch + 1);
            list = list.plus(atList(charge, begin).accrued(begin, end).list());
            begin = end;
        }
        return list;
    }

    private StandingCharge atList(StandingCharge charge, Instant at) {
        return charge.atList((model, option, measure) -> row(charge.region(), model, option, measure, at)
                .map(row -> new Usd(row.usdPerUnit())));
    }

    /** Where the book has a price of it at a time. */
    public Optional<PriceRow> listed(StandingCharge charge, StandingPrice price, Instant at) {
        return row(charge.region(), price.model(), price.option(), price.measure(), at);
    }

    private Optional<PriceRow> row(String region, String model, PricingOption option, String measure, Instant at) {
        Routing routing = ModelId.parse(model) instanceof ModelId.Foundation(_, var named)
                ? named
                : Routing.IN_REGION;
        var key = new PriceKey(pricer.baseModel(model, at), region, routing, 0, "");
        return pricer.book().row(key, option, measure, at);
    }
}
