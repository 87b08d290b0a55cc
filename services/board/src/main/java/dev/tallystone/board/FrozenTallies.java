package dev.tallystone.board;

import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Pricer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The tallies that a cell's past can be made of again: by day and price epoch, and by minute what was served by what is
 * owned by the hour, since that is divided by minutes.
 */
final class FrozenTallies {

    private static final long BUCKETS_PER_MINUTE = CellHistory.MINUTE_MS / TallyKey.BUCKET_MS;
    private static final long BUCKETS_PER_DAY = 8_640;
    private static final long MINUTES_PER_DAY = 1_440;

    private final CellState cell;
    private final Pricer pricer;
    private final List<TallyRow> rows = new ArrayList<>();

    private FrozenTallies(CellState cell, Pricer pricer) {
        this.cell = cell;
        this.pricer = pricer;
    }

    /** Of the UTC days in {@code [from, to)}. */
    static List<TallyRow> of(CellState cell, long fromDay, long toDay, Pricer pricer) {
        var frozen = new FrozenTallies(cell, pricer);
        cell.eachDay(fromDay, toDay, frozen::add);
        return frozen.rows;
    }

    private void add(long day, int epoch, Quantities all) {
        NavigableMap<Long, Quantities> minutes = minutes(day, epoch);
        Quantities served = minutes.values().stream().reduce(Quantities.NONE, Quantities::plus);
        long begin = Math.max(day * BUCKETS_PER_DAY,
                Math.ceilDiv(pricer.momentOf(epoch).toEpochMilli(), TallyKey.BUCKET_MS));
        all.without(served).ifPresentOrElse(rest -> {
            minutes.forEach((minute, quantities) -> add(minute * BUCKETS_PER_MINUTE, quantities));
            add(begin, rest);
        }, () -> add(begin, all)); // a name changed within a minute
    }

    private NavigableMap<Long, Quantities> minutes(long day, int epoch) {
        if (!cell.history().keepsMinutes()) {
            return new TreeMap<>();
        }
        var minutes = new TreeMap<>(cell.history().keptMinutes(day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY));
        minutes.keySet().removeIf(minute -> pricer.epochOf(minute * CellHistory.MINUTE_MS) != epoch);
        return minutes;
    }

    private void add(long bucket, Quantities quantities) {
        if (!quantities.equals(Quantities.NONE)) {
            rows.add(new TallyRow(new TallyKey(bucket, cell.cell()), quantities));
        }
    }
}
