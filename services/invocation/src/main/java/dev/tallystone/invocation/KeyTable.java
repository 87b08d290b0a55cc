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

    /** Stands before an object's first key. */
    final JsonKey start = new JsonKey(new byte[0], null);
    private final @Nullable JsonKey[] slots = new JsonKey[SLOTS];
    private JsonKey other = new JsonKey(new byte[0], null);
    private int size;

    /** The key of this name. Those that found no room are one. */
    JsonKey key(byte[] data, int from, int to) {
        long prefix = Words.prefix(data, from, to - from);
        int slot = slot(prefix, to - from);
        for (JsonKey key = slots[slot]; key != null; key = slots[slot]) {
            if (key.isNamed(prefix, data, from, to)) {
                return key;
            }
            slot = (slot + 1) % SLOTS;
        }
        return size < MAX_KEYS ? put(slot, new JsonKey(Arrays.copyOfRange(data, from, to), other.child)) : other;
    }

    private JsonKey put(int slot, JsonKey key) {
        slots[slot] = key;
        size++;
        return key;
    }

    /** What our own key leads to. Belongs before anything is read. */
    Node own(byte[] name) {
        JsonKey known = key(name, 0, name.length);
        if (known.child != null) {
            return known.child;
        }
        Node child = new Node();
        replace(known, new JsonKey(name, child));
        return child;
    }

    /** What all keys without a name here lead to. Belongs before anything is read. */
    Node anyOther() {
        if (other.child != null) {
            return other.child;
        }
        Node child = new Node();
        other = new JsonKey(new byte[0], child);
        return child;
    }

    private void replace(JsonKey known, JsonKey own) {
        for (int slot = 0; slot < SLOTS; slot++) {
            slots[slot] = slots[slot] == known ? own : slots[slot];
        }
    }

    private static int slot(long prefix, int length) {
        return (int) (((prefix ^ length) * 0x9E3779B97F4A7C15L) >>> 57);
    }
}
