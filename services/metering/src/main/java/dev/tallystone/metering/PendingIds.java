package dev.tallystone.metering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The ids of an open transaction, by slice, to be written down together. */
final class PendingIds {

    private static final class OfSlice {
        private final long slice;
        private long[] ids = new long[64];
        private int[] countsHashes = new int[32];
        private int size;
        private long lastArrivalMs;

        OfSlice(long slice) {
            this.slice = slice;
        }

        void add(long high, long low, int countsHash) {
            if (size == countsHashes.length) {
                ids = Arrays.copyOf(ids, 4 * size);
                countsHashes = Arrays.copyOf(countsHashes, 2 * size);
            }
            ids[2 * size] = high;
            ids[2 * size + 1] = low;
            countsHashes[size++] = countsHash;
        }

        SliceIds toSliceIds() {
            return new SliceIds(slice, lastArrivalMs, Arrays.copyOf(ids, 2 * size), Arrays.copyOf(countsHashes, size));
        }
    }

    private final Map<Long, OfSlice> slices = new HashMap<>();
    private @Nullable OfSlice last;

    void add(long slice, long high, long low, int countsHash) {
        ofSlice(slice).add(high, low, countsHash);
    }

    /** Notes an arrival in the slice, with or without an id to remember. */
    void touch(long slice, long arrivalMs) {
        OfSlice touched = ofSlice(slice);
        touched.lastArrivalMs = Math.max(touched.lastArrivalMs, arrivalMs);
    }

    /** Most calls follow one of the same ten minutes. */
    private OfSlice ofSlice(long slice) {
        if (last == null || last.slice != slice) {
            last = slices.computeIfAbsent(slice, OfSlice::new);
        }
        return last;
    }

    boolean touches(long slice) {
        return slices.containsKey(slice);
    }

    List<SliceIds> bySlice() {
        return slices.values().stream().map(OfSlice::toSliceIds).toList();
    }

    /** Tells every slice with an arrival, and when its last one was. */
    void forEachArrival(BiConsumer<Long, Long> receiver) {
        slices.forEach((number, slice) -> receiver.accept(number, slice.lastArrivalMs));
    }

    void clear() {
        slices.clear();
        last = null;
    }
}
