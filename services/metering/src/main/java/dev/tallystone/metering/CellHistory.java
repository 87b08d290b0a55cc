package dev.tallystone.metering;

import dev.tallystone.invocation.Measure;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The past of one cell: its sum to date, a day of minutes, and the rolling windows over them. Older minutes are kept by
 * a {@link PackedPast}, or not at all. One thread writes; what it hands out is immutable.
 */
public final class CellHistory {

    /** A minute's length in milliseconds. */
    public static final long MINUTE_MS = 60_000;

    private static final long BUCKETS_PER_MINUTE = MINUTE_MS / TallyKey.BUCKET_MS;
    private static final long KEPT_BUCKETS = 2 * Window.FIVE_MINUTES.length().toMillis() / TallyKey.BUCKET_MS;
    private static final long KEPT_MINUTES = Window.ONE_DAY.length().toMinutes();

    private final SteppedSeries buckets = new SteppedSeries();
    private final SteppedSeries minutes = new SteppedSeries();
    private final RollingWindow oneMinute = new RollingWindow(buckets, BUCKETS_PER_MINUTE);
    private final RollingWindow fiveMinutes = new RollingWindow(buckets, 5 * BUCKETS_PER_MINUTE);
    private final RollingWindow oneHour = new RollingWindow(minutes, Window.ONE_HOUR.length().toMinutes());
    private final RollingWindow oneDay = new RollingWindow(minutes, Window.ONE_DAY.length().toMinutes());
    private final long[] toDate = new long[Measure.ALL.size()];
    private final OldMinutes old;
    private long endBucket = Long.MIN_VALUE;
    private long endMinute = Long.MIN_VALUE;

    /** Minutes that leave the day are forgotten. */
    public CellHistory() {
        this(OldMinutes.FORGOTTEN);
    }

    CellHistory(OldMinutes old) {
        this.old = old;
    }

    /** Adds what was counted in one ten-second bucket. Windows that hold the bucket grow at once. */
    public void accumulate(long bucket, Quantities quantities) {
        quantities.addTo(toDate);
        if (endBucket == Long.MIN_VALUE || bucket >= endBucket - KEPT_BUCKETS) {
            buckets.add(bucket, quantities);
            oneMinute.accumulate(bucket, quantities);
            fiveMinutes.accumulate(bucket, quantities);
        }
        long minute = Math.floorDiv(bucket, BUCKETS_PER_MINUTE);
        if (minute >= firstMinute()) {
            minutes.add(minute, quantities);
            oneHour.accumulate(minute, quantities);
            oneDay.accumulate(minute, quantities);
        } else {
            old.add(minute, quantities);
        }
    }

    /** From here on minutes lie here; those before are old. */
    private long firstMinute() {
        return endMinute == Long.MIN_VALUE ? Long.MIN_VALUE : old.begin(endMinute - KEPT_MINUTES);
    }

    /** Moves the windows to end at {@code asOf}; going back is ignored. */
    public void advanceTo(Instant asOf) {
        endBucket = Math.max(endBucket, Math.floorDiv(asOf.toEpochMilli(), TallyKey.BUCKET_MS));
        endMinute = Math.max(endMinute, Math.floorDiv(asOf.toEpochMilli(), MINUTE_MS));
        oneMinute.moveTo(endBucket);
        fiveMinutes.moveTo(endBucket);
        oneHour.moveTo(endMinute);
        oneDay.moveTo(endMinute);
        buckets.trim(endBucket - KEPT_BUCKETS);
        old.takeBefore(firstMinute(), minutes);
    }

    /** The sum since the oldest tally that was read. */
    public Quantities toDate() {
        return Quantities.of(toDate);
    }

    /** The sum of a window that ends at the last {@link #advanceTo}. */
    public Quantities in(Window window) {
        return switch (window) {
            case ONE_MINUTE -> oneMinute.quantities();
            case FIVE_MINUTES -> fiveMinutes.quantities();
            case ONE_HOUR -> oneHour.quantities();
            case ONE_DAY -> oneDay.quantities();
        };
    }

    /**
     * The full minutes with calls in {@code [from, to)}, by minutes since 1970; one is full once {@code asOf} has
     * passed it.
     */
    public NavigableMap<Long, Quantities> minutes(long from, long to) {
        return copy(minutes.steps().subMap(from, true, Math.max(from, Math.min(to, endMinute)), false));
    }

    /** The same with the old minutes, as far as they are kept: calls, tokens, images and the like, no latencies. */
    public NavigableMap<Long, Quantities> keptMinutes(long from, long to) {
        NavigableMap<Long, Quantities> all = old.minutes(from, Math.min(to, firstMinute()));
        minutes(from, to).forEach((minute, quantities) -> all.put(minute, quantities.only(OldMinutes.KEPT)));
        return all;
    }

    /** Whether minutes that leave the day are kept. */
    public boolean keepsMinutes() {
        return !old.equals(OldMinutes.FORGOTTEN);
    }

    /** Whether the minutes in {@code [from, to)} that are not old yet have a call. */
    public boolean isBusy(long from, long to) {
        return from < to && !minutes.between(from, to).isEmpty();
    }

    /** The ten-second buckets with calls in {@code [from, to)}. */
    public NavigableMap<Long, Quantities> buckets(long from, long to) {
        return copy(buckets.steps().subMap(from, true, to, false));
    }

    private static NavigableMap<Long, Quantities> copy(Map<Long, long[]> steps) {
        var copy = new TreeMap<Long, Quantities>();
        steps.forEach((step, sums) -> copy.put(step, Quantities.of(sums)));
        return copy;
    }
}
