package dev.tallystone.pricing.allocation;

import dev.tallystone.invocation.Measure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What teams used of a capacity that nobody states: how much was idle cannot be known, so the whole hour is divided by
 * what each had served, in dollars at list where all of it has a price, else in tokens, else in calls.
 */
final class WorkShares {

    private WorkShares() {}

    /** Empty where nothing was served. */
    static SortedMap<String, UsedPart> of(Collection<Map<String, Demand>> minutes) {
        var byTeam = new TreeMap<String, Demand>();
        minutes.forEach(minute -> minute.forEach((team, demand) -> byTeam.merge(team, demand, Demand::plus)));
        boolean priced = byTeam.values().stream().allMatch(Demand::priced);
        if (priced && byTeam.values().stream().anyMatch(demand -> demand.atList().isPositive())) {
            return divide(byTeam, demand -> demand.atList().amount(),
                    "share of list-equivalent dollars: capacity not stated");
        }
        if (byTeam.values().stream().anyMatch(demand -> demand.served().tokens() != 0)) {
            return divide(byTeam, demand -> BigDecimal.valueOf(demand.served().tokens()),
                    "share of tokens: capacity not stated, and not all has a list price");
        }
        return divide(byTeam, demand -> BigDecimal.valueOf(demand.served().get(Measure.REQUESTS)),
                "share of calls: capacity not stated, and nothing has tokens or a list price");
    }

    private static SortedMap<String, UsedPart> divide(SortedMap<String, Demand> byTeam,
            Function<Demand, BigDecimal> weight, String method) {
        int scale = byTeam.values().stream().mapToInt(demand -> weight.apply(demand).scale()).max().orElse(0);
        Function<Demand, BigInteger> digits = demand -> weight.apply(demand)
                .setScale(Math.max(scale, 0))
                .unscaledValue();
        BigInteger whole = byTeam.values().stream().map(digits).reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new TreeMap<String, UsedPart>();
        if (whole.signum() > 0) {
            byTeam.forEach((team, demand) -> parts.put(team,
                    new UsedPart(new Fraction(digits.apply(demand), whole), method)));
        }
        return parts;
    }
}
