package dev.tallystone.metering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the copies of a call, for one partition. Ids are held in slices of ten minutes of event time. A slice
 * without an arrival for the horizon is closed, and an event for a closed slice is refused: what cannot be recognised
 * must not be counted. A slice never opened is open, so old logs can be imported once.
 *
 * <p>
 * An id is known as soon as it is admitted. There is no way back: when a transaction's outcome is in doubt, its filter
 * is dropped, and another is read back from what was written. Arrivals are as Kafka noted them; what is too old also
 * depends on when slices were closed, which stands in the receipts. One thread.
 */
public final class DuplicateFilter {

    /** What to do with a call. */
    public enum Admission {
        /** Not seen before: count it. */
        FIRST,
        /** Not seen before, but there is no room to remember it: count it, a copy would count too. */
        FIRST_UNREMEMBERED,
        /** Counted already, with the same counts. */
        DUPLICATE,
        /** Counted already, with other counts. The first one stands. */
        CONFLICT,
        /** Its slice is closed. */
        TOO_OLD
    }

    /** A slice's length in event time. */
    public static final Duration SLICE = Duration.ofMinutes(10);

    private static final long SLICE_MS = SLICE.toMillis();
    private static final long NOT_WRITTEN = Long.MAX_VALUE;

    private static final class Slice {
        private final IdTable ids = new IdTable();
        private long lastArrivalMs;
        private long firstOffset = NOT_WRITTEN;
    }

    private final long horizonMs;
    private final Map<Long, Slice> slices = new HashMap<>();
    private final SliceRanges closed;
    private final PendingIds pending = new PendingIds();
    private boolean full;
    private int held;
    private @Nullable Slice lastSlice;
    private long lastSliceNumber;

    /** Starts without ids, but with the slices that are closed already. */
    public DuplicateFilter(Duration horizon, SliceRanges closed) {
        this.horizonMs = horizon.toMillis();
        this.closed = closed;
    }

    /** The slice of an event time. */
    public static long sliceOf(long occurredAtMs) {
        return Math.floorDiv(occurredAtMs, SLICE_MS);
    }

    /** Judges a call, and if it is the first of its id, remembers it if there is room. */
    public Admission admit(long idHigh, long idLow, int countsHash, long occurredAtMs, long appendedAtMs) {
        long number = sliceOf(occurredAtMs);
        Slice slice = slice(number);
        if (slice == null && closed.contains(number)) {
            return Admission.TOO_OLD;
        }
        pending.touch(number, appendedAtMs);
        int known = slice == null ? -1 : slice.ids.find(idHigh, idLow);
        if (slice != null && known >= 0) {
            return copy(slice.ids.countsHash(known), countsHash);
        }
        if (full) {
            return Admission.FIRST_UNREMEMBERED;
        }
        remember(slice == null ? open(number) : slice, idHigh, idLow, countsHash);
        pending.add(number, idHigh, idLow, countsHash);
        return Admission.FIRST;
    }

    private void remember(Slice slice, long idHigh, long idLow, int countsHash) {
        held += slice.ids.add(idHigh, idLow, countsHash) ? 1 : 0;
    }

    private Slice open(long number) {
        lastSlice = null;
        return slices.computeIfAbsent(number, _ -> new Slice());
    }

    private static Admission copy(int firstCountsHash, int countsHash) {
        return firstCountsHash == countsHash ? Admission.DUPLICATE : Admission.CONFLICT;
    }

    private @Nullable Slice slice(long number) {
        if (lastSlice == null || lastSliceNumber != number) {
            lastSlice = slices.get(number);
            lastSliceNumber = number;
        }
        return lastSlice;
    }

    /**
     * What the open transaction must write down, by slice: its ids, or none where calls arrived that brought no new
     * one, so that after a restart too a slice stays open for as long as calls arrive.
     */
    public List<SliceIds> pending() {
        return pending.bySlice();
    }

    /** The transaction holds: its ids stand at {@code idsOffset} on the ids topic. */
    public void committed(long idsOffset) {
        pending.forEachArrival((number, lastArrivalMs) -> written(number, lastArrivalMs, idsOffset));
        pending.clear();
    }

    private Slice written(long number, long lastArrivalMs, long idsOffset) {
        Slice slice = open(number);
        slice.lastArrivalMs = Math.max(slice.lastArrivalMs, lastArrivalMs);
        slice.firstOffset = Math.min(slice.firstOffset, idsOffset);
        return slice;
    }

    /** Reads back what was written down at {@code idsOffset}. Ids of closed slices are passed over. */
    public void restore(SliceIds ids, long idsOffset) {
        if (closed.contains(ids.slice())) {
            return;
        }
        Slice slice = written(ids.slice(), ids.lastArrivalMs(), idsOffset);
        for (int i = 0; i < ids.size(); i++) {
            remember(slice, ids.high(i), ids.low(i), ids.countsHash(i));
        }
    }

    /** Closes what had no arrival for the horizon before {@code arrivalMs}. Belongs before a receipt is written. */
    public void closeQuiet(long arrivalMs) {
        var quiet = new ArrayList<Long>();
        slices.forEach((number, slice) -> {
            if (slice.lastArrivalMs + horizonMs < arrivalMs && !pending.touches(number)) {
                quiet.add(number);
            }
        });
        quiet.forEach(this::close);
    }

    /** How many ids are held, those of the open transaction too. */
    public int size() {
        return held;
    }

    /** All slices closed so far. */
    public List<SliceRanges.Range> closedSlices() {
        return closed.ranges();
    }

    /** The earliest place on the ids topic that still matters, if ids stand there. */
    public Optional<Long> earliestOffset() {
        return slices.values()
                .stream()
                .map(slice -> slice.firstOffset)
                .filter(offset -> offset != NOT_WRITTEN)
                .min(Comparator.naturalOrder());
    }

    /** Closes a slice and says how many ids were given up. */
    int close(long number) {
        Slice slice = slices.remove(number);
        lastSlice = null;
        closed.add(number);
        int freed = slice == null ? 0 : slice.ids.size();
        held -= freed;
        return freed;
    }

    /** From now on, counts further ids without remembering them, or no longer so. */
    void setFull(boolean isFull) {
        full = isFull;
    }

    /** The slices whose closing would make room: those with ids whose last arrival is not later than this. */
    Stream<Quiet> quiet(long latestArrivalMs) {
        return slices.entrySet()
                .stream()
                .filter(entry -> entry.getValue().lastArrivalMs <= latestArrivalMs)
                .filter(entry -> entry.getValue().ids.size() > 0 && !pending.touches(entry.getKey()))
                .map(entry -> new Quiet(this, entry.getKey(), entry.getValue().lastArrivalMs));
    }

    /** A slice that could be closed. */
    record Quiet(DuplicateFilter filter, long number, long lastArrivalMs) {}
}
