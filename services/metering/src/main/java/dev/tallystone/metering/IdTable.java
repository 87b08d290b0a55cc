package dev.tallystone.metering;

import java.util.Arrays;

/**
 * Ids of 128 bits, each with a hash of its call's counts, in open addressing: 20 bytes a slot, at most 70 % full (28.6
 * bytes an id).
 */
final class IdTable {

    /** Few: an import of old logs opens tens of thousands of slices with hardly an id in each. */
    private static final int FIRST_SLOTS = 16;
    private static final int MAX_SLOTS_KEPT = 1 << 14;

    private long[] ids = new long[2 * FIRST_SLOTS];
    private int[] hashes = new int[FIRST_SLOTS];
    /** A free slot holds zeros, so the id of all zeros, which no UUID generator makes, has none. */
    private boolean holdsZero;
    private int zeroHash;
    private int size;

    int size() {
        return size;
    }

    /** The slot of an id, or −1. */
    int find(long high, long low) {
        if ((high | low) == 0) {
            return holdsZero ? hashes.length : -1;
        }
        int slot = slotOf(high, low);
        return isFree(slot) ? -1 : slot;
    }

    /** The counts' hash that was stored with the id in this slot. */
    int countsHash(int slot) {
        return slot == hashes.length ? zeroHash : hashes[slot];
    }

    /** Adds an id that is not there yet. */
    void add(long high, long low, int countsHash) {
        size++;
        if ((high | low) == 0) {
            holdsZero = true;
            zeroHash = countsHash;
            return;
        }
        if (size * 10L > hashes.length * 7L) {
            grow();
        }
        put(high, low, countsHash);
    }

    void clear() {
        if (size == 0) {
            return;
        }
        if (hashes.length > MAX_SLOTS_KEPT) {
            ids = new long[2 * FIRST_SLOTS];
            hashes = new int[FIRST_SLOTS];
        } else {
            Arrays.fill(ids, 0);
        }
        holdsZero = false;
        size = 0;
    }

    private void put(long high, long low, int countsHash) {
        int slot = slotOf(high, low);
        ids[2 * slot] = high;
        ids[2 * slot + 1] = low;
        hashes[slot] = countsHash;
    }

    private int slotOf(long high, long low) {
        int mask = hashes.length - 1;
        int slot = (int) (((high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (!isFree(slot) && (ids[2 * slot] != high || ids[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isFree(int slot) {
        return (ids[2 * slot] | ids[2 * slot + 1]) == 0;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldHashes = hashes;
        ids = new long[oldIds.length * 2];
        hashes = new int[oldHashes.length * 2];
        for (int slot = 0; slot < oldHashes.length; slot++) {
            if ((oldIds[2 * slot] | oldIds[2 * slot + 1]) != 0) {
                put(oldIds[2 * slot], oldIds[2 * slot + 1], oldHashes[slot]);
            }
        }
    }
}
