package dev.tallystone.board.chargeback;

import dev.tallystone.board.Past;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.Demand;
import dev.tallystone.pricing.allocation.OwnedHour;
import dev.tallystone.pricing.standing.Commitment;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one commitment's units served in the last day, by minute and team. */
public final class UnitDemand {

    private static final long DAY_MINUTES = Duration.ofDays(1).toMinutes();
    private static final UsedFilter OWNED = new UsedFilter(Optional.empty(), Optional.empty(),
            Optional.of(Mode.PROVISIONED), Optional.empty());

    private final NavigableMap<Long, Map<String, Demand>> minutes;

    private UnitDemand(NavigableMap<Long, Map<String, Demand>> minutes) {
        this.minutes = minutes;
    }

    /** Teams beyond the board's bound, by tokens of the day, are one: {@code other}. */
    public static UnitDemand of(Past past, Commitment owned) {
        Map<Long, List<Used>> served = past.minutes(DAY_MINUTES, OWNED);
        served.values()
                .forEach(entries -> entries.removeIf(used -> !used.usage().cell().model().equals(owned.model())));
        Set<String> kept = largest(served, past.settings().maxTeams());
        var minutes = new TreeMap<Long, Map<String, Demand>>();
        served.forEach((minute, entries) -> {
            var byTeam = new HashMap<String, Demand>();
            entries.forEach(used -> byTeam.merge(kept.contains(used.team()) ? used.team() : "other",
                    demand(used, past.pricer()), Demand::plus));
            minutes.put(minute, byTeam);
        });
        return new UnitDemand(minutes);
    }

    private static Set<String> largest(Map<Long, List<Used>> served, int max) {
        var tokens = new HashMap<String, Long>();
        served.values()
                .forEach(entries -> entries.forEach(used -> tokens.merge(used.team(),
                        used.quantities().tokens(), Long::sum)));
        return tokens.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(max)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A custom model's work at its base model's price: nothing nearer is listed, and it weighs all teams alike. */
    private static Demand demand(Used used, Pricer pricer) {
        Costing onDemand = used.usage()
                .priceKey()
                .map(key -> pricer.unitPrices(key, PricingOption.ON_DEMAND, used.epoch())
                        .cost(used.quantities().only(UnitPrices.OF_MODELS)))
                .orElse(new Costing.Unpriced(List.of("unresolved model")));
        return switch (onDemand) {
            case Costing.Priced priced -> new Demand(used.quantities(), priced.costs().list(), true);
            case Costing.Unpriced _ -> new Demand(used.quantities(), Usd.ZERO, false);
        };
    }

    /** The minutes of an hour with calls, by minutes since 1970. */
    public Map<Long, Map<String, Demand>> of(OwnedHour hour) {
        return minutes.subMap(hour.firstMinute(), hour.endMinute());
    }
}
