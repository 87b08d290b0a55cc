package dev.tallystone.board;

import dev.tallystone.metering.Cell;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Costing;
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
    private final CellHistory history = new CellHistory();
    private final NavigableMap<DayEpoch, Quantities> byDay = new TreeMap<>();
    private long firstBucket = Long.MAX_VALUE;
    private Instant asOf = Instant.EPOCH;

    CellState(Cell cell) {
        this.cell = cell;
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
        long endMs = asOf.toEpochMilli();
        long startMs = endMs - window.length().toMillis();
        int epoch = pricer.epochOf(endMs);
        if (pricer.epochOf(startMs) == epoch) {
            return Money.NONE.plus(pricer.charge(pricer.usage(cell, epoch), history.in(window), epoch));
        }
        return costByMinutes(startMs, endMs, pricer);
    }

    /** A price or a name changed within the window, so each of its minutes is priced by what held then. */
    private Money costByMinutes(long startMs, long endMs, Pricer pricer) {
        long from = Math.floorDiv(startMs, CellHistory.MINUTE_MS);
        long to = Math.floorDiv(endMs, CellHistory.MINUTE_MS);
        Money total = Money.NONE;
        for (Map.Entry<Long, Quantities> minute : history.minutes(from, to).entrySet()) {
            int epoch = pricer.epochOf(minute.getKey() * CellHistory.MINUTE_MS);
            total = total.plus(pricer.charge(pricer.usage(cell, epoch), minute.getValue(), epoch));
        }
        return total;
    }

    /** What the last five minutes would cost by an option that charges tokens and images. */
    Costing quote(PricingOption option, Pricer pricer) {
        int epoch = pricer.epochOf(asOf.toEpochMilli());
        return pricer.quote(pricer.usage(cell, epoch), option, history.in(Window.FIVE_MINUTES), epoch);
    }

    /** What everything from a UTC day on cost, as bought. */
    Money costSince(long day, Pricer pricer) {
        Money total = Money.NONE;
        for (var entry : byDay.tailMap(new DayEpoch(day, Integer.MIN_VALUE)).entrySet()) {
            int epoch = entry.getKey().epoch();
            total = total.plus(pricer.charge(pricer.usage(cell, epoch), entry.getValue(), epoch));
        }
        return total;
    }
}
