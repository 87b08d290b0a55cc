package dev.tallystone.pricing.rule;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Provisioned Throughput: so many model units, paid by the started hour, used or not (Bedrock user guide, prov-
 * throughput). Input and output bind apart; the worse of them decides.
 *
 * @param usdPerUnitHour
 *            what the buyer pays
 * @param capacity
 *            absent while nobody has said what one unit serves: then only the hours are quoted
 */
public record ModelUnits(Usd usdPerUnitHour, long units, Optional<UnitCapacity> capacity,
        Excess excess) implements PricingRule {

    private static final int SHARE_DECIMALS = 9;

    public ModelUnits {
        if (units < 1) {
            throw new IllegalArgumentException("units must be 1 or more, not " + units);
        }
    }

    @Override
    public Quote quote(Traffic traffic) {
        Usd committed = usdPerUnitHour.times(units).times(traffic.hours());
        return capacity.map(unit -> sized(traffic, committed, unit))
                .orElseGet(() -> new Quote(committed, Usd.ZERO, Optional.empty(), List.of(
                        "what a unit serves is not stated (AWS does not publish it): whether %d suffice is not known"
                                .formatted(units))));
    }

    private Quote sized(Traffic traffic, Usd committed, UnitCapacity unit) {
        List<BigDecimal> demands = traffic.busy().stream().map(minute -> demand(minute.quantities(), unit)).toList();
        Usd overflow = Usd.ZERO;
        Usd servedPerUse = Usd.ZERO;
        BigDecimal throttled = BigDecimal.ZERO;
        for (int i = 0; i < demands.size(); i++) {
            Traffic.Minute minute = traffic.busy().get(i);
            BigDecimal share = Load.excess(demands.get(i));
            Usd over = minute.perUse().times(share);
            servedPerUse = servedPerUse.plus(minute.perUse().minus(over));
            if (excess == Excess.SPILL) {
                overflow = overflow.plus(over);
            } else {
                throttled = throttled
                        .add(share.multiply(BigDecimal.valueOf(minute.quantities().get(Measure.REQUESTS))));
            }
        }
        var load = new Load(demands, traffic.minutes());
        return new Quote(committed, overflow, Optional.of(use(load, committed, servedPerUse, throttled)),
                assumptions(unit));
    }

    private BigDecimal demand(Quantities minute, UnitCapacity unit) {
        BigDecimal input = Load.ratio(minute.promptTokens(),
                BigDecimal.valueOf(unit.inputTokensPerMinute()).multiply(BigDecimal.valueOf(units)));
        BigDecimal output = Load.ratio(minute.get(Measure.OUTPUT),
                BigDecimal.valueOf(unit.outputTokensPerMinute()).multiply(BigDecimal.valueOf(units)));
        return input.max(output);
    }

    static CommittedUse use(Load load, Usd committed, Usd servedPerUse, BigDecimal throttled) {
        BigDecimal utilisation = load.utilisation();
        Optional<BigDecimal> breakEven = servedPerUse.isPositive()
                ? Optional.of(utilisation.multiply(committed.amount())
                        .divide(servedPerUse.amount(), 4, RoundingMode.HALF_EVEN))
                : Optional.empty();
        return new CommittedUse(utilisation, committed.times(BigDecimal.ONE.subtract(utilisation)), breakEven,
                load.minutesAtRisk(), startedRequests(throttled), load.headroom());
    }

    /** Shares such as two thirds have no last digit: what they are off by must not count as one more request. */
    private static long startedRequests(BigDecimal throttled) {
        return throttled.setScale(SHARE_DECIMALS, RoundingMode.HALF_EVEN)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private List<String> assumptions(UnitCapacity unit) {
        var assumptions = new ArrayList<String>();
        assumptions.add("a unit serves %,d tokens in and %,d out a minute (%s; AWS does not publish it)".formatted(
                unit.inputTokensPerMinute(), unit.outputTokensPerMinute(), unit.source()));
        assumptions.add("started hours are billed whole");
        assumptions.add(excess == Excess.SPILL
                ? "what exceeds the units is served on demand, of all its tokens the same share"
                : "what exceeds the units is refused and costs nothing");
        return assumptions;
    }
}
