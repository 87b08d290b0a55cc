package dev.tallystone.metering;

import java.util.Arrays;

/**
 * Ids that one transaction counted in one slice, as they are written to the ids topic; none if only copies came, or
 * calls that found no room. Immutable.
 */
public final class SliceIds {

    private final long slice;
    private final long lastArrivalMs;
    private final long[] ids;
    private final int[] countsHashes;

    /**
     * Takes the arrays as they are.
     *
     * @param ids
     *            the upper and lower halves, in turn
     */
    public SliceIds(long slice, long lastArrivalMs, long[] ids, int[] countsHashes) {
        if (ids.length != 2 * countsHashes.length) {
            throw new IllegalArgumentException(
                    "%d halves of ids need as many hashes, not %d".formatted(ids.length, countsHashes.length));
        }
        this.slice = slice;
        this.lastArrivalMs = lastArrivalMs;
        this.ids = ids;
        this.countsHashes = countsHashes;
    }

    /** Which ten minutes of event time. */
    public long slice() {
        return slice;
    }

    /** When the last call of the slice came, copies too, in milliseconds since 1970. */
    public long lastArrivalMs() {
        return lastArrivalMs;
    }

    /** How many ids there are. */
    public int size() {
        return countsHashes.length;
    }

    /** The upper half of the i-th id. */
    public long high(int i) {
        return ids[2 * i];
    }

    /** The lower half of the i-th id. */
    public long low(int i) {
        return ids[2 * i + 1];
    }

    /** The hash of the i-th call's counts. */
    public int countsHash(int i) {
        return countsHashes[i];
    }

    /** The ids in {@code [from, to)}, for a record that cannot hold all. */
    public SliceIds part(int from, int to) {
        return new SliceIds(slice, lastArrivalMs, Arrays.copyOfRange(ids, 2 * from, 2 * to),
                Arrays.copyOfRange(countsHashes, from, to));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SliceIds that && slice == that.slice && lastArrivalMs == that.lastArrivalMs
                && Arrays.equals(ids, that.ids) && Arrays.equals(countsHashes, that.countsHashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }
}
