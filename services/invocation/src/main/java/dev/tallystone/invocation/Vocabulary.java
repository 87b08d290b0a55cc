package dev.tallystone.invocation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers texts by their bytes: models, Regions and roles repeat in every record, so each becomes a {@code String},
 * and is judged, once. A cache with two places for each hash: bounded, and a newcomer only ever pushes out one other.
 */
final class Vocabulary {

    private static final VarHandle LONGS = MethodHandles
            .byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PLACES = 1 << 14;

    private static final class Entry {
        private final byte[] spelling;
        private final JsonText text;

        Entry(byte[] data, int from, int to) {
            this.spelling = Arrays.copyOfRange(data, from, to);
            this.text = JsonText.of(data, from, to);
        }

        boolean isSpelled(byte[] data, int from, int to) {
            return Arrays.equals(spelling, 0, spelling.length, data, from, to);
        }
    }

    private final @Nullable Entry[] places = new Entry[PLACES];

    JsonText text(byte[] data, int from, int to) {
        int place = hash(data, from, to) & (PLACES - 1);
        Entry first = places[place];
        if (first != null && first.isSpelled(data, from, to)) {
            return first.text;
        }
        Entry second = places[place ^ 1];
        if (second != null && second.isSpelled(data, from, to)) {
            return second.text;
        }
        Entry entry = new Entry(data, from, to);
        if (first != null) {
            places[place ^ 1] = first;
        }
        places[place] = entry;
        return entry.text;
    }

    private static int hash(byte[] data, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(data, at)) * 0x9E3779B97F4A7C15L;
        }
        for (; at < to; at++) {
            hash = (hash ^ data[at]) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash >>> 40);
    }
}
