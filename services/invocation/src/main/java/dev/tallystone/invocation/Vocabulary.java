package dev.tallystone.invocation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers texts by their bytes: models, Regions and roles repeat in every record, so each becomes a {@code String},
 * and is judged, once. A cache with two places for each hash: bounded, and a newcomer only ever pushes out one other.
 */
final class Vocabulary {

    private static final long PRIME = 0x9E3779B97F4A7C15L;
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

    /** Of length, beginning, middle and end: model ids and roles differ there, and every length costs the same. */
    private static int hash(byte[] data, int from, int to) {
        int length = to - from;
        long hash = (Words.prefix(data, from, length) ^ length) * PRIME;
        if (length > Long.BYTES) {
            int middle = from + (length - Long.BYTES) / 2;
            hash = (hash ^ Words.word(data, middle)) * PRIME;
            hash = (hash ^ Words.word(data, to - Long.BYTES)) * PRIME;
        }
        return (int) (((hash ^ (hash >>> Integer.SIZE)) * PRIME) >>> Integer.SIZE);
    }
}
