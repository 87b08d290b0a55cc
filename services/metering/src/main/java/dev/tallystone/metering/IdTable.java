package dev.tallystone.metering;

/**
 * Ids of 128 bits, each with a hash of its call's counts, in open addressing: 21 bytes a slot, at most 70 % full: 30
 * bytes an id, and 60 just after it has grown. One byte of each id's hash stands apart: most look-ups are of ids that
 * are not there, and end in that small array, which stays in the processor's cache while the ids themselves do not.
 */
final class IdTable {

    /** Few: an import of old logs opens tens of thousands of slices with hardly an id in each. */
    private static final int FIRST_SLOTS = 16;

    /** 0 for a free slot. */
    private byte[] tags = new byte[FIRST_SLOTS];
    private long[] ids = new long[2 * FIRST_SLOTS];
    private int[] countsHashes = new int[FIRST_SLOTS];
    private int size;

    int size() {
        return size;
    }

    /** The slot of an id, or −1. */
    int find(long high, long low) {
        int slot = slotOf(high, low);
        return tags[slot] == 0 ? -1 : slot;
    }

    /** The counts' hash that was stored with the id in this slot. */
    int countsHash(int slot) {
        return countsHashes[slot];
    }

    /** Adds an id; false, and nothing happens, if it is there already. */
    boolean add(long high, long low, int countsHash) {
        int slot = slotOf(high, low);
        if (tags[slot] != 0) {
            return false;
        }
        size++;
        if (size * 10L > tags.length * 7L) {
            grow();
            slot = slotOf(high, low);
        }
        put(slot, high, low, countsHash);
        return true;
    }

    private void put(int slot, long high, long low, int countsHash) {
        tags[slot] = tag(hash(high, low));
        ids[2 * slot] = high;
        ids[2 * slot + 1] = low;
        countsHashes[slot] = countsHash;
    }

    /** Where the id stands, or the free slot where it would. */
    private int slotOf(long high, long low) {
        long hash = hash(high, low);
        byte tag = tag(hash);
        int mask = tags.length - 1;
        int slot = (int) (hash >>> Integer.SIZE) & mask;
        while (tags[slot] != 0 && !(tags[slot] == tag && ids[2 * slot] == high && ids[2 * slot + 1] == low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long hash(long high, long low) {
        return (high ^ Long.rotateLeft(low, Integer.SIZE)) * 0x9E3779B97F4A7C15L;
    }

    private static byte tag(long hash) {
        return (byte) ((hash >>> 24) | 0x80);
    }

    private void grow() {
        byte[] oldTags = tags;
        long[] oldIds = ids;
        int[] oldHashes = countsHashes;
        allocate(2 * oldTags.length);
        for (int slot = 0; slot < oldTags.length; slot++) {
            if (oldTags[slot] != 0) {
                long high = oldIds[2 * slot];
                long low = oldIds[2 * slot + 1];
                put(slotOf(high, low), high, low, oldHashes[slot]);
            }
        }
    }

    private void allocate(int slots) {
        tags = new byte[slots];
        ids = new long[2 * slots];
        countsHashes = new int[slots];
    }
}
