package dev.tallystone.metering;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of an open transaction, to be looked up, written down, and then kept or forgotten together. */
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

        void add(long high, long low, int countsHash, long arrivalMs) {
            if (size == countsHashes.length) {
                ids = Arrays.copyOf(ids, 4 * size);
                countsHashes = Arrays.copyOf(countsHashes, 2 * size);
            }
            ids[2 * size] = high;
            ids[2 * size + 1] = low;
            countsHashes[size++] = countsHash;
            lastArrivalMs = Math.max(lastArrivalMs, arrivalMs);
        }

        SliceIds toSliceIds() {
            return new SliceIds(slice, lastArrivalMs, Arrays.copyOf(ids, 2 * size), Arrays.copyOf(countsHashes, size));
        }
    }

    private final IdTable table = new IdTable();
    private final Map<Long, OfSlice> slices = new HashMap<>();
    private @Nullable OfSlice last;
    private @Nullable List<SliceIds> written;

    int find(long high, long low) {
        return table.find(high, low);
    }

    int countsHash(int slot) {
        return table.countsHash(slot);
    }

    int size() {
        return table.size();
    }

    void add(long slice, long high, long low, int countsHash, long arrivalMs) {
        table.add(high, low, countsHash);
        ofSlice(slice).add(high, low, countsHash, arrivalMs);
    }

    /** Notes an arrival in the slice that brings no id to remember. */
    void touch(long slice, long arrivalMs) {
        OfSlice touched = ofSlice(slice);
        touched.lastArrivalMs = Math.max(touched.lastArrivalMs, arrivalMs);
    }

    /** Most calls follow one of the same ten minutes. */
    private OfSlice ofSlice(long slice) {
        written = null;
        if (last == null || last.slice != slice) {
            last = slices.computeIfAbsent(slice, OfSlice::new);
        }
        return last;
    }

    boolean touches(long slice) {
        return slices.containsKey(slice);
    }

    /** The same list until something is added: it is asked for when written down, and again when that holds. */
    List<SliceIds> bySlice() {
        List<SliceIds> list = written;
        if (list == null) {
            list = slices.values().stream().map(OfSlice::toSliceIds).toList();
            written = list;
        }
        return list;
    }

    void clear() {
        table.clear();
        slices.clear();
        last = null;
        written = null;
    }
}
