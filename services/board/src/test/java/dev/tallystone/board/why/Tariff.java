package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Prices by rule: an input token costs what the model says; reads a tenth of it, writes 1.25 times, output five times
 * as much. Flex halves. Model {@code cliff} costs five times as much above 100,000 prompt tokens.
 */
final class Tariff implements Prices {

    private static final Map<Measure, BigDecimal> FACTORS = Map.of(Measure.INPUT, BigDecimal.ONE, Measure.CACHE_READ,
            new BigDecimal("0.1"), Measure.CACHE_WRITE, new BigDecimal("1.25"), Measure.OUTPUT, new BigDecimal("5"),
            Measure.GUARDRAIL_CONTENT, new BigDecimal("50"));

    private final Map<String, BigDecimal> usdPerMillion;
    private final Set<String> missing;

    private Tariff(Map<String, BigDecimal> usdPerMillion, Set<String> missing) {
        this.usdPerMillion = Map.copyOf(usdPerMillion);
        this.missing = Set.copyOf(missing);
    }

    /** Models one, two and cliff at 2, 10 and 1 dollar a million input tokens. */
    static Tariff usual() {
        return new Tariff(Map.of("one", new BigDecimal("2"), "two", new BigDecimal("10"), "cliff", BigDecimal.ONE),
                Set.of());
    }

    Tariff with(String model, String usdPerMillionInput) {
        var changed = new HashMap<>(usdPerMillion);
        changed.put(model, new BigDecimal(usdPerMillionInput));
        return new Tariff(changed, missing);
    }

    Tariff without(String model, Measure measure) {
        var more = new HashSet<>(missing);
        more.add(model + "/" + measure);
        return new Tariff(usdPerMillion, more);
    }

    Tariff without(String model) {
        var fewer = new HashMap<>(usdPerMillion);
        fewer.remove(model);
        return new Tariff(fewer, missing);
    }

    @Override
    public Costing cost(Usage usage, Quantities quantities) {
        var why = new ArrayList<String>();
        BigDecimal sum = BigDecimal.ZERO;
        for (var factor : FACTORS.entrySet()) {
            BigDecimal count = BigDecimal.valueOf(quantities.get(factor.getKey()));
            if (count.signum() != 0 && isMissing(usage, factor.getKey())) {
                why.add("no price of " + factor.getKey().label());
            } else if (count.signum() != 0) {
                sum = sum.add(unit(usage).multiply(factor.getValue()).multiply(count));
            }
        }
        return why.isEmpty() ? new Costing.Priced(new Usd(sum)) : new Costing.Unpriced(why);
    }

    /** Whether it charges for this, but has no price. */
    boolean lacks(Usage usage, Measure measure) {
        return FACTORS.containsKey(measure) && isMissing(usage, measure);
    }

    private boolean isMissing(Usage usage, Measure measure) {
        return !usdPerMillion.containsKey(usage.model()) || missing.contains(usage.model() + "/" + measure);
    }

    private BigDecimal unit(Usage usage) {
        BigDecimal unit = usdPerMillion.getOrDefault(usage.model(), BigDecimal.ZERO).movePointLeft(6);
        BigDecimal byTier = usage.mode() == Mode.FLEX ? unit.multiply(new BigDecimal("0.5")) : unit;
        boolean isLong = usage.model().equals("cliff") && usage.cell().context() >= Calls.ABOVE_100K;
        return isLong ? byTier.multiply(new BigDecimal("5")) : byTier;
    }
}
