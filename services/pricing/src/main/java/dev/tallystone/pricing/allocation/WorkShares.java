package dev.tallystone.pricing.allocation;

import dev.tallystone.invocation.Measure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What teams used where their part of a capacity is not known, so neither how much was idle: the whole hour is divided
 * by what each had served, in dollars at list where all of it has a price, else in tokens, else in calls.
 */
final class WorkShares {

    private final Map<String, Demand> byTeam;
    private final Basis basis;
    private final String why;

    private WorkShares(Map<String, Demand> byTeam, Basis basis, String why) {
        this.byTeam = byTeam;
        this.basis = basis;
        this.why = why;
    }

    /**
     * Empty where nothing was served.
     *
     * @param why
     *            not by capacity, for people
     */
    static SortedMap<String, UsedPart> of(Map<String, Demand> byTeam, Basis basis, String why) {
        return new WorkShares(byTeam, basis, why).divide();
    }

    private SortedMap<String, UsedPart> divide() {
        boolean priced = byTeam.values().stream().allMatch(Demand::priced);
        if (priced && byTeam.values().stream().anyMatch(demand -> demand.atList().isPositive())) {
            return divide(demand -> demand.atList().amount(), "share of list-equivalent dollars: " + why);
        }
        if (byTeam.values().stream().anyMatch(demand -> demand.served().tokens() != 0)) {
            return divide(demand -> BigDecimal.valueOf(demand.served().tokens()),
                    "share of tokens: %s, and not all has a list price".formatted(why));
        }
        return divide(demand -> BigDecimal.valueOf(demand.served().get(Measure.REQUESTS)),
                "share of calls: %s, and nothing has tokens or a list price".formatted(why));
    }

    private SortedMap<String, UsedPart> divide(Function<Demand, BigDecimal> weight, String method) {
        int scale = byTeam.values().stream().mapToInt(demand -> weight.apply(demand).scale()).max().orElse(0);
        Function<Demand, BigInteger> digits = demand -> weight.apply(demand)
                .setScale(Math.max(scale, 0))
                .unscaledValue();
        BigInteger whole = byTeam.values().stream().map(digits).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new TreeMap<String, UsedPart>();
        if (whole.signum() > 0) {
            byTeam.forEach((team, demand) -> parts.put(team,
                    new UsedPart(new Fraction(digits.apply(demand), whole), basis, method)));
        }
        return parts;
    }
}
