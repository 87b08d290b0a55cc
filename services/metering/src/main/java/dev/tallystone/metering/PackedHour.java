package dev.tallystone.metering;

import dev.tallystone.invocation.Measure;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An hour of one cell's minutes in one array: which measures any minute has, then the minutes in order, each with a
 * byte of its place in the hour and its sums of those measures. Sums are varints of 1 to 9 bytes. Equal minutes give
 * equal bytes, whatever order they were added in.
 */
final class PackedHour {

    static final int MINUTES = 60;

    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private PackedHour() {}

    /** Of minutes of one hour, by minutes since 1970; sums in the order of {@link Measure#ALL}. */
    static byte[] pack(SortedMap<Long, long[]> minutes) {
        int[] measures = measures(minutes);
        var out = new ByteArrayOutputStream(1 + minutes.size() * (1 + 2 * measures.length));
        write(out, mask(measures));
        minutes.forEach((minute, sums) -> {
            out.write((int) Math.floorMod(minute, (long) MINUTES));
            for (int measure : measures) {
                write(out, sums[OldMinutes.KEPT.get(measure).ordinal()]);
            }
        });
        return out.toByteArray();
    }

    private static int[] measures(SortedMap<Long, long[]> minutes) {
        return IntStream.range(0, OldMinutes.KEPT.size())
                .filter(i -> minutes.values().stream().anyMatch(sums -> sums[OldMinutes.KEPT.get(i).ordinal()] != 0))
                .toArray();
    }

    private static long mask(int[] measures) {
        return IntStream.of(measures).mapToLong(measure -> 1L << measure).sum();
    }

    private static void write(ByteArrayOutputStream out, long value) {
        long left = value;
        while (left >= MORE) {
            out.write((int) (left & (MORE - 1)) | MORE);
            left >>>= BITS;
        }
        out.write((int) left);
    }

    /** The minutes of the hour that begins at {@code firstMinute}. */
    static SortedMap<Long, long[]> unpack(byte[] packed, long firstMinute) {
        var minutes = new TreeMap<Long, long[]>();
        var in = new Reader(packed);
        long mask = in.read();
        while (in.hasMore()) {
            long minute = firstMinute + in.read(); // below 60, so one byte
            long[] sums = new long[Measure.ALL.size()];
            for (int i = 0; i < OldMinutes.KEPT.size(); i++) {
                if ((mask & 1L << i) != 0) {
                    sums[OldMinutes.KEPT.get(i).ordinal()] = in.read();
                }
            }
            minutes.put(minute, sums);
        }
        return minutes;
    }

    /** Both together. */
    static byte[] plus(byte[] packed, SortedMap<Long, long[]> more, long firstMinute) {
        SortedMap<Long, long[]> minutes = unpack(packed, firstMinute);
        for (Map.Entry<Long, long[]> minute : more.entrySet()) {
            Quantities.of(minute.getValue())
                    .addTo(minutes.computeIfAbsent(minute.getKey(), _ -> new long[Measure.ALL.size()]));
        }
        return pack(minutes);
    }

    private static final class Reader {

        private final byte[] packed;
        private int at;

        Reader(byte[] packed) {
            this.packed = packed;
        }

        boolean hasMore() {
            return at < packed.length;
        }

        long read() {
            long value = 0;
            for (int shift = 0;; shift += BITS) {
                byte next = packed[at++];
                value |= (long) (next & (MORE - 1)) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
