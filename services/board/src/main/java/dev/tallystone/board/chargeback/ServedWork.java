package dev.tallystone.board.chargeback;

import dev.tallystone.board.Past;
import dev.tallystone.board.ServedMinutes;
import dev.tallystone.board.Used;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.Demand;
import dev.tallystone.pricing.allocation.OwnedHour;
import dev.tallystone.pricing.standing.StandingCharge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one charge's capacity served, by team: teams beyond the board's bound, by tokens, are one, {@code other}. */
final class ServedWork {

    /** Within one, and one cell, work costs what its sum costs. */
    private record Epoch(Usage usage, String team, int epoch) {}

    private final Pricer pricer;
    private final ServedMinutes served;
    private final Set<String> kept;

    /** Of the days that hold {@code [from, to)}. */
    ServedWork(Past past, StandingCharge charge, Instant from, Instant to) {
        this.pricer = past.pricer();
        this.served = past.served(charge);
        this.kept = largest(served.days(day(from), day(to).plusDays(1)), past.settings().maxTeams());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Set<String> largest(List<Used> served, int max) {
        var tokens = new HashMap<String, Long>();
        served.forEach(used -> tokens.merge(used.team(), used.quantities().tokens(), Long::sum));
        return tokens.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(max)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    ServedMinutes served() {
        return served;
    }

    /** The minutes of an hour, without prices. */
    Map<Long, Map<String, Demand>> minutes(OwnedHour hour) {
        var minutes = new TreeMap<Long, Map<String, Demand>>();
        served.minutes(hour.firstMinute(), hour.endMinute()).forEach((minute, calls) -> {
            var byTeam = new HashMap<String, Demand>();
            calls.forEach(used -> byTeam.merge(line(used.team()), new Demand(used.quantities(), Usd.ZERO, false),
                    Demand::plus));
            minutes.put(minute, byTeam);
        });
        return minutes;
    }

    /** All of an hour's work, with prices. */
    Map<String, Demand> work(OwnedHour hour) {
        return priced(served.minutes(hour.firstMinute(), hour.endMinute())
                .values()
                .stream()
                .flatMap(Collection::stream)
                .toList());
    }

    /** The work of the UTC day in which an hour begins. */
    Map<String, Demand> workOfDay(Instant start) {
        return priced(served.days(day(start), day(start).plusDays(1)));
    }

    private Map<String, Demand> priced(List<Used> calls) {
        var sums = new HashMap<Epoch, Quantities>();
        calls.forEach(used -> sums.merge(new Epoch(used.usage(), used.team(), used.epoch()), used.quantities(),
                Quantities::plus));
        var byTeam = new HashMap<String, Demand>();
        sums.forEach((epoch, quantities) -> byTeam.merge(line(epoch.team), demand(epoch, quantities), Demand::plus));
        return byTeam;
    }

    private String line(String team) {
        return kept.contains(team) ? team : "other";
    }

    /** A custom model's work at its base model's price: nothing nearer is listed, and it weighs all teams alike. */
    private Demand demand(Epoch epoch, Quantities quantities) {
        Costing onDemand = epoch.usage
                .priceKey()
                .map(key -> pricer.unitPrices(key, PricingOption.ON_DEMAND, epoch.epoch)
                        .cost(quantities.only(UnitPrices.OF_MODELS)))
                .orElse(new Costing.Unpriced(List.of("unresolved model")));
        return switch (onDemand) {
            case Costing.Priced priced -> new Demand(quantities, priced.costs().list(), true);
            case Costing.Unpriced _ -> new Demand(quantities, Usd.ZERO, false);
        };
    }
}
