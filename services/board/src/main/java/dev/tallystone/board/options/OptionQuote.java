package dev.tallystone.board.options;

import dev.tallystone.board.PricedTraffic;
import dev.tallystone.board.Used;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Eligibility;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.ProvisionedSizing;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.rule.CommittedUse;
import dev.tallystone.pricing.rule.Excess;
import dev.tallystone.pricing.rule.ModelUnits;
import dev.tallystone.pricing.rule.Quote;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.recommendation.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What one option would cost an hour, or why that cannot be said. */
record OptionQuote(Optional<Usd> usdPerHour, String verdict, Optional<String> breakEven) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final long MINUTES_PER_HOUR = 60;

    private static OptionQuote none(String why) {
        return new OptionQuote(Optional.empty(), why, Optional.empty());
    }

    /** Everything that the answer depends on. */
    record Asked(Pricer pricer, PriceKey key, PricingOption option, Eligibility.Verdict verdict,
            Optional<UnitCapacity> capacity, Collection<List<Used>> minutes, long fullMinutes, Instant at) {

        OptionQuote answer() {
            return switch (verdict) {
                case Eligibility.Refused refused -> none(refused.sentence());
                case Eligibility.Sold _ when option.isPerUse() -> perUse();
                case Eligibility.Sold _ when option.isProvisioned() -> units();
                case Eligibility.Sold _ -> reserved();
            };
        }

        private PricedTraffic traffic(PricingOption pricedBy) {
            return PricedTraffic.of(minutes, fullMinutes, pricedBy, pricer);
        }

        private OptionQuote perUse() {
            PricedTraffic priced = traffic(option);
            return priced.unpriced().isEmpty()
                    ? new OptionQuote(Optional.of(Rate.perHour(priced.traffic().perUse(), fullMinutes)), "sold",
                            Optional.empty())
                    : none("not for all of this traffic: " + String.join("; ", priced.unpriced()));
        }

        private OptionQuote units() {
            Usd perUnit = pricer.unitHour(key, option, at).orElse(Usd.ZERO);
            if (capacity.isEmpty()) {
                return none("sold at %s an hour and unit; how many units this traffic needs is not known: state "
                        .formatted(perUnit) + "capacities (AWS does not publish them)");
            }
            long units = Math.max(1, new ProvisionedSizing(capacity.get()).unitsForAll(quantities()));
            Quote quote = new ModelUnits(perUnit, units, capacity, Excess.SPILL)
                    .quote(traffic(PricingOption.ON_DEMAND).traffic());
            return new OptionQuote(Optional.of(perUnit.times(units)),
                    "sold: %d unit%s at %s an hour would serve every minute".formatted(units, units == 1 ? "" : "s",
                            perUnit),
                    quote.use().map(this::breakEven));
        }

        private List<Quantities> quantities() {
            return minutes.stream()
                    .map(entries -> entries.stream().map(Used::quantities).reduce(Quantities.NONE, Quantities::plus))
                    .toList();
        }

        private OptionQuote reserved() {
            Optional<Usd> input = pricer.reservedStep(key, option, PriceRow.RESERVED_INPUT, at);
            Optional<Usd> output = pricer.reservedStep(key, option, PriceRow.RESERVED_OUTPUT, at);
            if (input.isEmpty() || output.isEmpty()) {
                return none("only one direction has a price");
            }
            PricedTraffic standard = traffic(PricingOption.ON_DEMAND);
            var block = ReservedTokens.covering(input.get(), output.get(), peak(ReservedTokens::inputOf),
                    peak(ReservedTokens::outputOf));
            Quote quote = block.quote(standard.traffic());
            Usd perHour = block.perHour().plus(Rate.perHour(quote.overflow(), fullMinutes));
            return new OptionQuote(standard.unpriced().isEmpty() ? Optional.of(perHour) : Optional.empty(),
                    "sold: %,d in and %,d out a minute would serve every minute".formatted(block.inputTpm(),
                            block.outputTpm()),
                    quote.use().map(this::breakEven));
        }

        private long peak(ToLongFunction<Quantities> tokens) {
            return quantities().stream().mapToLong(tokens).max().orElse(0);
        }

        /** Started hours are billed whole: against less traffic than hours, nothing could ever pay for itself. */
        private String breakEven(CommittedUse use) {
            String used = percent(use.utilisation());
            if (fullMinutes % MINUTES_PER_HOUR != 0) {
                return "%s %% used; break-even is known from whole hours of traffic, not %d minutes".formatted(used,
                        fullMinutes);
            }
            return use.breakEvenUtilisation()
                    .map(even -> even.compareTo(BigDecimal.ONE) > 0
                            ? "%s %% used; dearer than per use even when full".formatted(used)
                            : "%s %% used; pays for itself from %s %%".formatted(used, percent(even)))
                    .orElse("nothing used");
        }

        private static String percent(BigDecimal share) {
            return share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
        }
    }
}
