package dev.tallystone.board.options;

import dev.tallystone.board.Past;
import dev.tallystone.board.PricedTraffic;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.options.OptionTable.Cell;
import dev.tallystone.board.options.OptionTable.Row;
import dev.tallystone.board.options.OptionTable.TrafficShape;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Eligibility;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares the options of one model over its own traffic. */
public final class Comparison {

    private static final List<PricingOption> TAUGHT = List.of(PricingOption.ON_DEMAND, PricingOption.BATCH,
            PricingOption.PROVISIONED_NONE, PricingOption.PROVISIONED_1MO, PricingOption.PROVISIONED_6MO);

    private final Past past;
    private final Map<Long, List<Used>> minutes;
    private final long fullMinutes;
    private final Usage usage;
    private final PriceKey key;
    private final Instant at;
    private final int epoch;

    private Comparison(Past past, Map<Long, List<Used>> minutes, long fullMinutes, Usage usage, PriceKey key) {
        this.past = past;
        this.minutes = minutes;
        this.fullMinutes = fullMinutes;
        this.usage = usage;
        this.key = key;
        this.at = past.asOf();
        this.epoch = past.pricer().epochOf(at.toEpochMilli());
    }

    /**
     * One table for each Region in which a model was called in the last so many minutes, the busiest first.
     *
     * @param count
     *            1 to 1,440
     */
    public static List<OptionTable> of(Past past, String model, long count) {
        long fullMinutes = past.fullMinutes(count);
        Map<Long, List<Used>> all = past.countedMinutes(count, UsedFilter.ofModel(model));
        return all.values()
                .stream()
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(used -> used.usage().cell().region(),
                        Collectors.summingLong(used -> used.quantities().get(Measure.REQUESTS))))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(region -> past.countedMinutes(count,
                        new UsedFilter(Optional.of(model), Optional.of(region.getKey()),
                                Optional.empty(), Optional.empty())))
                .flatMap(ofRegion -> table(past, ofRegion, fullMinutes).stream())
                .toList();
    }

    private static Optional<OptionTable> table(Past past, Map<Long, List<Used>> minutes, long fullMinutes) {
        return minutes.values()
                .stream()
                .flatMap(Collection::stream)
                .map(Used::usage)
                .filter(usage -> usage.priceKey().isPresent())
                .min(Comparator.comparing((Usage usage) -> usage.mode())
                        .thenComparingInt(usage -> usage.cell().context())
                        .thenComparing(usage -> usage.cell().model()))
                .flatMap(usage -> usage.priceKey()
                        .map(key -> new Comparison(past, minutes, fullMinutes, usage, key).table()));
    }

    private OptionTable table() {
        List<Quantities> busy = PricedTraffic.quantities(minutes);
        Quantities all = busy.stream().reduce(Quantities.NONE, Quantities::plus);
        TrafficShape shape = Shape.of(busy, fullMinutes);
        Optional<Usd> onDemand = quote(PricingOption.ON_DEMAND).usdPerHour();
        List<Row> rows = Stream.concat(TAUGHT.stream(), PricingOption.ALL.stream().filter(other -> !isTaught(other)))
                .map(option -> row(option, all, shape, onDemand))
                .toList();
        Agreements agreements = past.pricer().agreements();
        BigDecimal covered = covered();
        return new OptionTable(key.baseModel(), past.pricer().book().displayName(key.baseModel()), key.region(),
                Lifecycle.words(past.pricer().book(), key, at), fullMinutes, all, asBought(), covered,
                agreements.basis(at),
                notComparable(covered), shape, rows, agreements.warnings(at));
    }

    private static boolean isTaught(PricingOption option) {
        return TAUGHT.contains(option);
    }

    private Row row(PricingOption option, Quantities all, TrafficShape shape, Optional<Usd> onDemand) {
        OptionQuote quote = quote(option);
        boolean isSold = past.pricer().verdict(key, option, usage.custom(), epoch) instanceof Eligibility.Sold;
        Optional<String> capacity = capacity().map(unit -> "%,d in and %,d out a minute and unit (%s)".formatted(
                unit.inputTokensPerMinute(), unit.outputTokensPerMinute(), unit.source()));
        var sold = new Sold(option, quote.verdict(), isSold, all, shape, Sold.discount(quote.usdPerHour(), onDemand),
                soldOptions(), capacity);
        List<String> taught = Taught.of(option).texts();
        List<Cell> cells = IntStream.range(0, taught.size())
                .mapToObj(i -> new Cell(Taught.ASPECTS.get(i), taught.get(i), sold.texts().get(i)))
                .toList();
        return new Row(option, isTaught(option), quote.usdPerHour(), quote.verdict(), quote.breakEven(), cells,
                PriceLines.of(past.pricer(), key, option, epoch));
    }

    private OptionQuote quote(PricingOption option) {
        var verdict = past.pricer().verdict(key, option, usage.custom(), epoch);
        return new OptionQuote.Asked(past.pricer(), key, option, verdict, capacity(), minutes.values(), fullMinutes, at)
                .answer();
    }

    private Optional<UnitCapacity> capacity() {
        return past.settings()
                .capacities()
                .stream()
                .filter(unit -> unit.baseModel().equals(key.baseModel()))
                .findFirst();
    }

    private long soldOptions() {
        return PricingOption.ALL.stream()
                .filter(option -> past.pricer().verdict(key, option, usage.custom(), epoch) instanceof Eligibility.Sold)
                .count();
    }

    private Usd asBought() {
        Usd total = Usd.ZERO;
        for (Used used : (Iterable<Used>) minutes.values().stream().flatMap(List::stream)::iterator) {
            if (past.pricer().charge(used.usage(), used.quantities(), used.epoch()) instanceof Costing.Priced priced) {
                total = total.plus(priced.costs().effective());
            }
        }
        return Rate.perHour(total, fullMinutes);
    }

    /** Both sides must be of the same work, or their difference says nothing. */
    private Optional<String> notComparable(BigDecimal covered) {
        if (covered.compareTo(BigDecimal.ONE) < 0) {
            return Optional.of("not compared with now: a part of this traffic has no known cost as bought");
        }
        boolean owned = minutes.values()
                .stream()
                .flatMap(List::stream)
                .anyMatch(used -> used.usage().mode() == Mode.PROVISIONED && UnitPrices.isCharged(used.quantities()));
        return owned
                ? Optional.of("not compared with now: a part of this traffic runs on owned units, paid by the hour")
                : Optional.empty();
    }

    private BigDecimal covered() {
        long all = 0;
        long priced = 0;
        for (Used used : (Iterable<Used>) minutes.values().stream().flatMap(List::stream)::iterator) {
            long requests = used.quantities().get(Measure.REQUESTS);
            all += requests;
            Costing costing = past.pricer().charge(used.usage(), used.quantities(), used.epoch());
            priced += costing instanceof Costing.Priced || used.usage().mode() == Mode.PROVISIONED ? requests : 0;
        }
        return all == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(priced).divide(BigDecimal.valueOf(all), 4, RoundingMode.DOWN);
    }
}
