package dev.tallystone.invocation;

import dev.tallystone.invocation.FieldTree.Node;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one object: our own, and as many others as there is room for, because each remembers which key came after
 * it. A source writes its keys in one order, so the next key is mostly known before it is read: comparing it costs two
 * or three words, where reading it would cost a search for its end, a hash and a look-up (a third of all decoding,
 * measured by the benchmark's profile).
 */
final class KeyTable {

    private static final int SLOTS = 128;
    private static final int MAX_KEYS = 96;
    /** Longer ones of others are not kept: bodies are their callers' to write. */
    private static final int MAX_KEY_BYTES = 64;

    /** Stands before an object's first key. */
    final JsonKey start = new JsonKey(new byte[0], null);
    private final @Nullable JsonKey[] slots = new JsonKey[SLOTS];
    private JsonKey other = new JsonKey(new byte[0], null);
    private int size;

    /** The key of this name. Those that found no room are one. */
    JsonKey key(byte[] data, int from, int to) {
        int slot = slotOf(data, from, to);
        JsonKey known = slots[slot];
        if (known != null) {
            return known;
        }
        boolean room = size < MAX_KEYS && to - from <= MAX_KEY_BYTES;
        return room ? put(slot, new JsonKey(Arrays.copyOfRange(data, from, to), other.child)) : other;
    }

    /** What our own key leads to. Belongs before anything is read. */
    Node own(byte[] name) {
        int slot = slotOf(name, 0, name.length);
        JsonKey known = slots[slot];
        Node child = known == null ? null : known.child;
        if (child == null) {
            child = new Node();
            put(slot, new JsonKey(name, child));
        }
        return child;
    }

    /** What all keys without a name here lead to. Belongs before anything is read. */
    Node anyOther() {
        Node child = other.child;
        if (child == null) {
            child = new Node();
            other = new JsonKey(new byte[0], child);
        }
        return child;
    }

    private JsonKey put(int slot, JsonKey key) {
        slots[slot] = key;
        size++;
        return key;
    }

    /** Where the key stands, or the free slot where it would. */
    private int slotOf(byte[] data, int from, int to) {
        long prefix = Words.prefix(data, from, to - from);
        int slot = slot(prefix, to - from);
        for (JsonKey key = slots[slot]; key != null && !key.isNamed(prefix, data, from, to); key = slots[slot]) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    private static int slot(long prefix, int length) {
        return (int) (((prefix ^ length) * 0x9E3779B97F4A7C15L) >>> 57);
    }
}
