package dev.tallystone.recommendation.provisioned;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.ProvisionedSizing;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Demand;
import dev.tallystone.recommendation.MinuteDemand;
import dev.tallystone.recommendation.Recommendation;
import dev.tallystone.recommendation.Recommendation.Basis;
import dev.tallystone.recommendation.Rules;
import dev.tallystone.recommendation.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Compares the model units that a custom model needs with those that are owned: it has no on-demand price, so that
 * nothing else serves it. Stands while they differ: too few is a need, which saves nothing; too many must be worth the
 * minimum saving.
 */
public final class CustomModelAdvice {

    /** The tokens that the owned units would not serve, as a share of all: beyond it more are needed. */
    static final BigDecimal NEED_SHARE = new BigDecimal("0.05");

    private static final BigDecimal WITHDRAW_SHARE = NEED_SHARE.multiply(Rules.WITHDRAW_FACTOR);

    private final Rules rules;

    public CustomModelAdvice(Rules rules) {
        this.rules = rules;
    }

    /** None when no token needs a unit, or when neither a list nor a contract says what one costs. */
    public Optional<Recommendation> advise(Demand demand, ProvisionedSizing sizing, List<TermPrice> terms,
            OwnedUnits owned) {
        var sized = new Sized(demand, sizing);
        Optional<TermPrice> price = TermPrice.withoutCommitment(terms).or(owned::contractPrice);
        return sized.needsUnits() ? price.map(unit -> recommendation(sized, unit, terms, owned)) : Optional.empty();
    }

    private Recommendation recommendation(Sized sized, TermPrice price, List<TermPrice> terms, OwnedUnits owned) {
        long units = sized.units();
        Usd option = owned.perHourWith(units, price.usdPerUnitHour());
        Usd saving = owned.perHour().minus(option);
        var words = new CustomModelWords(sized, owned);
        Standing standing = units > owned.units() ? need(sized, owned) : surplus(sized, price, owned);
        return new Recommendation(sized.demand().subject(), PricingOption.PROVISIONED_NONE,
                owned.units() == 0 ? Basis.CONDITIONAL : sized.basis(),
                standing.since().map(minute -> Instant.ofEpochSecond(minute * 60)), standing.isPending(), saving,
                saving.ratioTo(owned.perHour()), words.because(),
                sized.evidence(owned.perHour(), option, Optional.of(owned.units()), words.prices(price),
                        words.assumptions()),
                sized.commitments(terms, term -> term.usdPerUnitHour().times(units)));
    }

    /** Tokens rather than minutes: a peak of one minute is no need, a nightly job is one. */
    private Standing need(Sized sized, OwnedUnits owned) {
        var standing = new Standing(rules);
        long tokens = 0;
        long throttled = 0;
        for (MinuteDemand minute : (Iterable<MinuteDemand>) sized.demand().everyMinute()::iterator) {
            tokens += minute.quantities().tokens();
            throttled += sized.sizing().spill(minute.quantities(), owned.units()).tokens();
            standing.next(minute.minute(), exceeds(throttled, tokens, NEED_SHARE),
                    !exceeds(throttled, tokens, WITHDRAW_SHARE));
        }
        return standing;
    }

    private static boolean exceeds(long part, long whole, BigDecimal share) {
        return BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(whole))) > 0;
    }

    /** What was needed in any minute so far is not given back. */
    private Standing surplus(Sized sized, TermPrice price, OwnedUnits owned) {
        var standing = new Standing(rules);
        long units = 0;
        for (MinuteDemand minute : (Iterable<MinuteDemand>) sized.demand().everyMinute()::iterator) {
            units = Math.max(units, sized.sizing().units(minute.quantities()));
            standing.next(minute.minute(), owned.perHour(),
                    owned.perHour().minus(owned.perHourWith(units, price.usdPerUnitHour())));
        }
        return standing;
    }
}
