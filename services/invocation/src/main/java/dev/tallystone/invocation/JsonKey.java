package dev.tallystone.invocation;

import dev.tallystone.invocation.FieldTree.Node;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key as JSON spells it, what it leads to, and what follows it.
 */
final class JsonKey {
    private final byte[] name;
    /** Its first eight bytes: most other keys differ there. */
    private final long prefix;
    /** The key as compact JSON spells it, quotes and colon included; none where an escape would be needed. */
    private final long[] spelling;
    private final long lastMask;
    final int spelledLength;
    final @Nullable Node child;
    /** What followed the last time. */
    @Nullable
    JsonKey next;

    JsonKey(byte[] name, @Nullable Node child) {
        this.name = name;
        this.prefix = Words.prefix(name, 0, name.length);
        this.child = child;
        this.spelledLength = name.length + 3;
        byte[] spelled = new byte[(spelledLength + Long.BYTES - 1) & -Long.BYTES];
        spelled[0] = '"';
        System.arraycopy(name, 0, spelled, 1, name.length);
        spelled[name.length + 1] = '"';
        spelled[name.length + 2] = ':';
        boolean plain = isPlain(name);
        this.spelling = new long[plain ? spelled.length / Long.BYTES : 0];
        Arrays.setAll(spelling, i -> Words.word(spelled, i * Long.BYTES));
        int rest = spelledLength % Long.BYTES;
        this.lastMask = rest == 0 ? -1 : Words.mask(rest);
    }

    private static boolean isPlain(byte[] name) {
        for (byte b : name) {
            if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
                return false;
            }
        }
        return true;
    }

    /** Whether compact JSON has this key at a position. A few bytes before the end nobody can say. */
    boolean standsAt(byte[] data, int at, int end) {
        int last = spelling.length - 1;
        if (last < 0 || at + spelling.length * Long.BYTES > end) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (Words.word(data, at + i * Long.BYTES) != spelling[i]) {
                return false;
            }
        }
        return ((Words.word(data, at + last * Long.BYTES) ^ spelling[last]) & lastMask) == 0;
    }

    boolean isNamed(long thatPrefix, byte[] data, int from, int to) {
        return prefix == thatPrefix && name.length == to - from && (name.length <= Long.BYTES
                || Arrays.equals(name, Long.BYTES, name.length, data, from + Long.BYTES, to));
    }
}
