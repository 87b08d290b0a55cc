package dev.tallystone.recommendation.provisioned;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.ProvisionedSizing;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Demand;
import dev.tallystone.recommendation.MinuteDemand;
import dev.tallystone.recommendation.Recommendation.Alternative;
import dev.tallystone.recommendation.Recommendation.Basis;
import dev.tallystone.recommendation.Recommendation.Evidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A demand measured in model units: what every advice about units says of it. */
record Sized(Demand demand, ProvisionedSizing sizing) {

    private List<Quantities> minutes() {
        return demand.minutes().stream().map(MinuteDemand::quantities).toList();
    }

    /** Whether there is a token that a unit could serve. */
    boolean needsUnits() {
        return demand.minutes().stream().anyMatch(minute -> minute.quantities().tokens() > 0);
    }

    /** The fewest that serve every full minute. */
    long units() {
        return sizing.unitsForAll(minutes());
    }

    /** The share of all tokens that so many units would not serve, 0 to 1. */
    BigDecimal spillShare(long units) {
        return sizing.spillShare(minutes(), units);
    }

    /** The tokens that so many units would not serve. */
    long spilledTokens(long units) {
        return minutes().stream().mapToLong(minute -> sizing.spill(minute, units).tokens()).sum();
    }

    /** An example capacity proves nothing. */
    Basis basis() {
        return sizing.capacity().source().equals("example") ? Basis.CONDITIONAL : Basis.CONFIRMED;
    }

    Evidence evidence(Usd costNow, Usd option, Optional<Long> owned, List<String> prices, List<String> assumptions) {
        long minutes = demand.fullMinutes();
        long units = units();
        long p95 = sizing.unitsForP95(minutes(), minutes);
        return new Evidence(minutes, demand.missingMinutes(), costNow, option, units, p95, owned,
                sizing.utilisation(minutes(), units, minutes), spillShare(p95), costNow.ratioTo(option), prices,
                assumptions);
    }

    /** The first of every list of assumptions. */
    String assumedCapacity() {
        UnitCapacity unit = sizing.capacity();
        return "a unit serves %,d tokens in and %,d out a minute (%s; AWS does not publish it)".formatted(
                unit.inputTokensPerMinute(), unit.outputTokensPerMinute(), unit.source());
    }

    /** The commitments, at what they cost an hour. */
    List<Alternative> commitments(List<TermPrice> terms, Function<TermPrice, Usd> perHour) {
        return terms.stream()
                .filter(term -> term.term() != PricingOption.PROVISIONED_NONE)
                .map(term -> new Alternative(term.term(), Optional.of(perHour.apply(term)),
                        "a commitment needs weeks of evidence, not %d minutes".formatted(demand.fullMinutes())))
                .toList();
    }
}
