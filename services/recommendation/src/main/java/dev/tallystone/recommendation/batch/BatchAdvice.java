package dev.tallystone.recommendation.batch;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Demand;
import dev.tallystone.recommendation.MinuteDemand;
import dev.tallystone.recommendation.MinuteDemand.Deferrable;
import dev.tallystone.recommendation.Rate;
import dev.tallystone.recommendation.Recommendation;
import dev.tallystone.recommendation.Recommendation.Basis;
import dev.tallystone.recommendation.Recommendation.Evidence;
import dev.tallystone.recommendation.Rules;
import dev.tallystone.recommendation.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Advises batch inference for the callers who say that they can wait a day. The rest of what is not streamed is an
 * upper bound: nothing in a log proves that somebody could wait.
 */
public final class BatchAdvice {

    private final Rules rules;

    public BatchAdvice(Rules rules) {
        this.rules = rules;
    }

    /** Of a subject for which batch prices exist; at most one of each basis. */
    public List<Recommendation> advise(Demand demand, List<String> prices) {
        var advice = new ArrayList<Recommendation>();
        Deferrable confirmed = total(demand, MinuteDemand::confirmed);
        if (confirmed.onDemand().isPositive()) {
            advice.add(recommendation(demand, Basis.CONFIRMED, MinuteDemand::confirmed, confirmed, prices));
        }
        Deferrable possible = total(demand, MinuteDemand::possible);
        if (possible.saving().compareTo(confirmed.saving()) > 0) {
            advice.add(recommendation(demand, Basis.UPPER_BOUND, MinuteDemand::possible, possible, prices));
        }
        return advice;
    }

    private static Deferrable total(Demand demand, Function<MinuteDemand, Deferrable> part) {
        return demand.minutes().stream().map(part).reduce(Deferrable.NONE, Deferrable::plus);
    }

    private Recommendation recommendation(Demand demand, Basis basis, Function<MinuteDemand, Deferrable> part,
            Deferrable total, List<String> prices) {
        Standing standing = fold(demand, part);
        long minutes = demand.fullMinutes();
        Usd costNow = Rate.perHour(demand.onDemand(), minutes);
        Usd saving = Rate.perHour(total.saving(), minutes);
        String because = basis == Basis.CONFIRMED
                ? "callers say that they can wait %d h".formatted(rules.batchDeadline().toHours())
                : "not streamed, so it might wait: ask the callers, nothing in the log proves it";
        return new Recommendation(demand.subject(), PricingOption.BATCH, basis,
                standing.since().map(BatchAdvice::instant),
                standing.isPending(), saving, saving.ratioTo(costNow), because,
                new Evidence(minutes, demand.missingMinutes(), costNow, costNow.minus(saving), 0, 0,
                        Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, costNow.ratioTo(costNow.minus(saving)),
                        prices, assumptions()),
                List.of());
    }

    private Standing fold(Demand demand, Function<MinuteDemand, Deferrable> part) {
        var standing = new Standing(rules);
        Usd cost = Usd.ZERO;
        Usd saving = Usd.ZERO;
        for (MinuteDemand minute : (Iterable<MinuteDemand>) demand.everyMinute()::iterator) {
            cost = cost.plus(minute.onDemand());
            saving = saving.plus(part.apply(minute).saving());
            long minutes = minute.minute() + 1 - demand.startMinute();
            standing.next(minute.minute(), Rate.perHour(cost, minutes), Rate.perHour(saving, minutes));
        }
        return standing;
    }

    private static List<String> assumptions() {
        return List.of("a job needs at least 100 records (AWS quota; check yours)",
                "calls that use a prompt cache are left out: no batch price of cached input is established");
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
