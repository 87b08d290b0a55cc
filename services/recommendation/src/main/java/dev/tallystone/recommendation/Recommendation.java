package dev.tallystone.recommendation;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * To buy a subject's work by an option, and why. Also tells what does not stand, so that people see how far it is.
 *
 * <p>
 * Of a custom model it says that the owned units are too few (then its saving is negative: a need costs) or too many.
 *
 * @param basis
 *            how sure it is
 * @param standsSince
 *            absent while it does not stand
 * @param savingPerHour
 *            at the buyer's prices, contracted or at list; negative when the option would cost more
 * @param savingRatio
 *            of what the subject costs now, 0 to 1
 * @param because
 *            in one sentence
 * @param alternatives
 *            that were weighed, and why they are not advised
 */
public record Recommendation(Subject subject, PricingOption option, Basis basis, Optional<Instant> standsSince,
        boolean pending, Usd savingPerHour, BigDecimal savingRatio, String because, Evidence evidence,
        List<Alternative> alternatives) {

    /** Hours of a month as AWS's calculator counts them. */
    public static final long HOURS_PER_MONTH = 730;

    /** How sure a recommendation is. */
    public enum Basis {
        /** The records themselves prove it. */
        CONFIRMED,
        /** It rests on a stated but unproved assumption, such as an example capacity. */
        CONDITIONAL,
        /** Nothing proves that it is possible: at most so much. Never alerts. */
        UPPER_BOUND
    }

    /** Another way to buy the same work. */
    public record Alternative(PricingOption option, Optional<Usd> usdPerHour, String whyNot) {}

    /**
     * What it rests on.
     *
     * @param fullMinutes
     *            that were looked at
     * @param missingMinutes
     *            of the window of a day
     * @param units
     *            model units; 0 unless provisioned
     * @param unitsForP95
     *            that cover 95 of 100 minutes
     * @param ownedUnits
     *            of a custom model, which nothing else serves; absent for all others
     * @param utilisation
     *            of the units, mean over the minutes, 0 to 1
     * @param spillAtP95
     *            share of the tokens that {@code unitsForP95} would not serve, 0 to 1: they stay on demand, or are
     *            throttled when the model is custom
     * @param breakEven
     *            cost now over cost of the option: above 1 the option pays. Of a custom model, cost of the owned units
     *            over cost of those that it needs: 1 when what is owned fits, below 1 when more are needed
     * @param prices
     *            that were used, with source and date
     * @param assumptions
     *            that a person must check
     */
    public record Evidence(long fullMinutes, long missingMinutes, Usd costPerHour, Usd optionPerHour, long units,
            long unitsForP95, Optional<Long> ownedUnits, BigDecimal utilisation, BigDecimal spillAtP95,
            BigDecimal breakEven, List<String> prices, List<String> assumptions) {

        public Evidence {
            prices = List.copyOf(prices);
            assumptions = List.copyOf(assumptions);
        }

        private Evidence assuming(String assumption) {
            return new Evidence(fullMinutes, missingMinutes, costPerHour, optionPerHour, units, unitsForP95, ownedUnits,
                    utilisation, spillAtP95, breakEven, prices,
                    Stream.concat(assumptions.stream(), Stream.of(assumption)).toList());
        }
    }

    public Recommendation {
        alternatives = List.copyOf(alternatives);
    }

    /** The same, with another thing that a person must know. */
    Recommendation assuming(String assumption) {
        return new Recommendation(subject, option, basis, standsSince, pending, savingPerHour, savingRatio, because,
                evidence.assuming(assumption), alternatives);
    }

    /** Whether people should be told. */
    public boolean stands() {
        return standsSince.isPresent() && basis != Basis.UPPER_BOUND;
    }

    /** If the hours go on like this. */
    public Usd savingPerMonth() {
        return savingPerHour.times(HOURS_PER_MONTH);
    }
}
