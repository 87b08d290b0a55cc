package dev.tallystone.board;

import dev.tallystone.metering.Cell;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Eligibility;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usage;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One cell's past, and its price. Sums are kept by UTC day and price epoch, so each is priced by what held then. */
final class CellState {

    private static final long BUCKETS_PER_DAY = 8_640;

    private record DayEpoch(long day, int epoch) implements Comparable<DayEpoch> {

        @Override
        public int compareTo(DayEpoch other) {
            return day != other.day ? Long.compare(day, other.day) : Integer.compare(epoch, other.epoch);
        }
    }

    private final Cell cell;
    private final CellHistory history;
    private final NavigableMap<DayEpoch, Quantities> byDay = new TreeMap<>();
    private long firstBucket = Long.MAX_VALUE;
    private Instant asOf = Instant.EPOCH;

    CellState(Cell cell, CellHistory history) {
        this.cell = cell;
        this.history = history;
    }

    Cell cell() {
        return cell;
    }

    CellHistory history() {
        return history;
    }

    long firstBucket() {
        return firstBucket;
    }

    void accumulate(long bucket, Quantities quantities, Pricer pricer) {
        history.accumulate(bucket, quantities);
        firstBucket = Math.min(firstBucket, bucket);
        var key = new DayEpoch(Math.floorDiv(bucket, BUCKETS_PER_DAY), pricer.epochOf(bucket * TallyKey.BUCKET_MS));
        byDay.merge(key, quantities, Quantities::plus);
    }

    void advanceTo(Instant newAsOf) {
        asOf = newAsOf;
        history.advanceTo(newAsOf);
    }

    /** Named by the rules of now, for showing. */
    Usage usage(Pricer pricer) {
        return pricer.usage(cell, pricer.epochOf(asOf.toEpochMilli()));
    }

    /** What the window cost, as bought. */
    Money cost(Window window, Pricer pricer) {
        Money total = Money.NONE;
        for (Map.Entry<Integer, Quantities> part : byEpoch(window, pricer).entrySet()) {
            Usage usage = pricer.usage(cell, part.getKey());
            total = total.plus(pricer.charge(usage, part.getValue(), part.getKey()));
        }
        return total;
    }

    /** A price or a name changes in between, so each step is priced by what held when it began. */
    private Money costByStep(Map<Long, Quantities> steps, long stepMs, Pricer pricer) {
        Money total = Money.NONE;
        for (Map.Entry<Long, Quantities> step : steps.entrySet()) {
            int epoch = pricer.epochOf(step.getKey() * stepMs);
            total = total.plus(pricer.charge(pricer.usage(cell, epoch), step.getValue(), epoch));
        }
        return total;
    }

    /** The quantities of the recent stretch. */
    Quantities in(Recent recent) {
        return recent.isWhole()
                ? history.in(Window.FIVE_MINUTES)
                : history.buckets(recent.fromBucket(), recent.endBucket())
                        .values()
                        .stream()
                        .reduce(Quantities.NONE, Quantities::plus);
    }

    /** What the recent stretch cost, as bought. */
    Money cost(Recent recent, Pricer pricer) {
        return recent.isWhole()
                ? cost(Window.FIVE_MINUTES, pricer)
                : costByStep(history.buckets(recent.fromBucket(), recent.endBucket()), TallyKey.BUCKET_MS, pricer);
    }

    /** What quantities of this cell would cost now by an option that charges tokens and images. */
    Costing quote(PricingOption option, Quantities quantities, Pricer pricer) {
        int epoch = pricer.epochOf(asOf.toEpochMilli());
        return pricer.quote(pricer.usage(cell, epoch), option, quantities, epoch);
    }

    /** Whether the option can be bought now. */
    boolean isSold(PricingOption option, Pricer pricer) {
        int epoch = pricer.epochOf(asOf.toEpochMilli());
        Usage usage = pricer.usage(cell, epoch);
        return usage.priceKey()
                .map(key -> pricer.verdict(key, option, usage.custom(), epoch) instanceof Eligibility.Sold)
                .orElse(false);
    }

    /** The recent stretch, by the epoch in which it was. */
    Map<Integer, Quantities> byEpoch(Recent recent, Pricer pricer) {
        if (recent.isWhole()) {
            return byEpoch(Window.FIVE_MINUTES, pricer);
        }
        var sums = new TreeMap<Integer, Quantities>();
        history.buckets(recent.fromBucket(), recent.endBucket())
                .forEach((bucket, quantities) -> sums
                        .merge(pricer.epochOf(bucket * TallyKey.BUCKET_MS), quantities, Quantities::plus));
        return sums;
    }

    /** What was used, by the epoch in which it was. */
    Map<Integer, Quantities> byEpoch(Span span, Pricer pricer) {
        return switch (span) {
            case Span.Rolling(var window) -> byEpoch(window, pricer);
            case Span.Days(var from, var to) -> byEpoch(from.toEpochDay(), to.toEpochDay());
            case Span.ToDate _ -> byEpoch(Long.MIN_VALUE, Long.MAX_VALUE);
        };
    }

    Map<Integer, Quantities> byEpoch(Window window, Pricer pricer) {
        long stepMs = window.stepMs();
        boolean inBuckets = stepMs == TallyKey.BUCKET_MS;
        long end = Math.floorDiv(asOf.toEpochMilli(), stepMs);
        long start = end - window.length().toMillis() / stepMs;
        int epoch = pricer.epochOf(start * stepMs);
        if (epoch == pricer.epochOf((end - 1) * stepMs)) {
            return Map.of(epoch, history.in(window));
        }
        var sums = new TreeMap<Integer, Quantities>();
        (inBuckets ? history.buckets(start, end) : history.minutes(start, end)).forEach((step, quantities) -> sums
                .merge(pricer.epochOf(step * stepMs), quantities, Quantities::plus));
        return sums;
    }

    /** Of the full minutes in {@code [from, to)}, by minutes since 1970; a day at most is kept. */
    Map<Integer, Quantities> minutesByEpoch(long from, long to, Pricer pricer) {
        var sums = new TreeMap<Integer, Quantities>();
        history.minutes(from, to)
                .forEach((minute, quantities) -> sums.merge(pricer.epochOf(minute * CellHistory.MINUTE_MS), quantities,
                        Quantities::plus));
        return sums;
    }

    /** Of the UTC days in {@code [from, to)}. */
    Map<Integer, Quantities> byEpoch(long fromDay, long toDay) {
        var sums = new TreeMap<Integer, Quantities>();
        byDay.subMap(new DayEpoch(fromDay, Integer.MIN_VALUE), new DayEpoch(toDay, Integer.MIN_VALUE))
                .forEach((key, quantities) -> sums.merge(key.epoch(), quantities, Quantities::plus));
        return sums;
    }

    /** Its sums by UTC day and epoch, of days in {@code [from, to)}. */
    void eachDay(long fromDay, long toDay, DaySum each) {
        byDay.subMap(new DayEpoch(fromDay, Integer.MIN_VALUE), new DayEpoch(toDay, Integer.MIN_VALUE))
                .forEach((key, quantities) -> each.take(key.day(), key.epoch(), quantities));
    }

    /** Takes one. */
    interface DaySum {

        void take(long day, int epoch, Quantities quantities);
    }

    /** What the UTC days in {@code [from, to)} cost, as bought. */
    Money costOfDays(long from, long to, Pricer pricer) {
        Money total = Money.NONE;
        var days = byDay.subMap(new DayEpoch(from, Integer.MIN_VALUE), new DayEpoch(to, Integer.MIN_VALUE));
        for (var entry : days.entrySet()) {
            int epoch = entry.getKey().epoch();
            total = total.plus(pricer.charge(pricer.usage(cell, epoch), entry.getValue(), epoch));
        }
        return total;
    }
}
