package dev.tallystone.recommendation.provisioned;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.ProvisionedSizing;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Demand;
import dev.tallystone.recommendation.MinuteDemand;
import dev.tallystone.recommendation.Rate;
import dev.tallystone.recommendation.Recommendation;
import dev.tallystone.recommendation.Rules;
import dev.tallystone.recommendation.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares model units with the same minutes on demand. A day of minutes can justify a unit that can be given back,
 * never a commitment: those stand among the alternatives.
 */
public final class ProvisionedAdvice {

    private static final long MINUTES_PER_HOUR = 60;

    private final Rules rules;

    public ProvisionedAdvice(Rules rules) {
        this.rules = rules;
    }

    /** None when no unit without commitment is sold, or no token needs one. */
    public Optional<Recommendation> advise(Demand demand, ProvisionedSizing sizing, List<TermPrice> terms) {
        var sized = new Sized(demand, sizing);
        Optional<TermPrice> price = TermPrice.withoutCommitment(terms);
        return sized.needsUnits() ? price.map(unit -> recommendation(sized, unit, terms)) : Optional.empty();
    }

    private Recommendation recommendation(Sized sized, TermPrice price, List<TermPrice> terms) {
        Demand demand = sized.demand();
        long units = sized.units();
        Usd costNow = Rate.perHour(demand.onDemand(), demand.fullMinutes());
        Usd option = unitsPerHour(price, units, demand.fullMinutes());
        Usd saving = costNow.minus(option);
        Standing standing = fold(demand, sized.sizing(), price);
        return new Recommendation(demand.subject(), PricingOption.PROVISIONED_NONE, sized.basis(),
                standing.since().map(minute -> Instant.ofEpochSecond(minute * 60)), standing.isPending(), saving,
                saving.ratioTo(costNow),
                "%d model unit%s would have served every full minute".formatted(units, units == 1 ? "" : "s"),
                sized.evidence(costNow, option, Optional.empty(), List.of(price.source()), assumptions(sized)),
                sized.commitments(terms, term -> unitsPerHour(term, units, demand.fullMinutes())));
    }

    /** Whole started hours; before the first one is over, the rate of an hour. */
    private static Usd unitsPerHour(TermPrice price, long units, long minutes) {
        Usd hour = price.usdPerUnitHour().times(units);
        return minutes < MINUTES_PER_HOUR
                ? hour
                : Rate.perHour(hour.times(Math.ceilDiv(minutes, MINUTES_PER_HOUR)), minutes);
    }

    /** A unit that has served 61 minutes was billed for two hours: no reason to withdraw what a steady load needs. */
    private Standing fold(Demand demand, ProvisionedSizing sizing, TermPrice price) {
        var standing = new Standing(rules);
        long units = 0;
        Usd soFar = Usd.ZERO;
        for (MinuteDemand minute : (Iterable<MinuteDemand>) demand.everyMinute()::iterator) {
            units = Math.max(units, sizing.units(minute.quantities()));
            soFar = soFar.plus(minute.onDemand());
            long minutes = minute.minute() + 1 - demand.startMinute();
            Usd costNow = Rate.perHour(soFar, minutes);
            standing.next(minute.minute(), costNow, costNow.minus(unitsPerHour(price, units, minutes)),
                    costNow.minus(price.usdPerUnitHour().times(units)));
        }
        return standing;
    }

    private static List<String> assumptions(Sized sized) {
        var assumptions = new ArrayList<String>();
        assumptions.add(sized.assumedCapacity());
        assumptions.add("started hours are billed whole; what exceeds the units is retried on demand by the caller");
        long minutes = sized.demand().fullMinutes();
        if (minutes < MINUTES_PER_HOUR) {
            assumptions.add("from %d minutes: rates are compared, not an hour".formatted(minutes));
        }
        return assumptions;
    }
}
