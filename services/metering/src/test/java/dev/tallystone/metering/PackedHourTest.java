package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedHourTest {

    private static final long HOUR = 29_000_040L;

    private static long[] sums(long requests, long input, long output) {
        long[] sums = new long[Measure.ALL.size()];
        sums[Measure.REQUESTS.ordinal()] = requests;
        sums[Measure.INPUT.ordinal()] = input;
        sums[Measure.OUTPUT.ordinal()] = output;
        return sums;
    }

    private static Map<Long, Quantities> read(byte[] packed) {
        return PackedHour.unpack(packed, HOUR)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, minute -> Quantities.of(minute.getValue())));
    }

    @Test
    void givesBackWhatWasPacked() {
        SortedMap<Long, long[]> minutes = new TreeMap<>(Map.of(HOUR, sums(1, 127, 128), HOUR + 59,
                sums(1, Long.MAX_VALUE, 0)));

        assertThat(read(PackedHour.pack(minutes))).isEqualTo(Map.of(HOUR, Quantities.of(sums(1, 127, 128)),
                HOUR + 59, Quantities.of(sums(1, Long.MAX_VALUE, 0))));
    }

    @Test
    void takesAByteForTheMinuteAndSevenBitsAByteForEachSum() {
        SortedMap<Long, long[]> minutes = new TreeMap<>(Map.of(HOUR + 7, sums(3, 127, 128)));

        assertThat(PackedHour.pack(minutes)).as("two bytes of mask, minute, 1 + 1 + 2 bytes of sums").hasSize(7);
    }

    @Test
    void keepsAnHourThatIsBusyEveryMinuteInFewBytes() {
        var minutes = new TreeMap<Long, long[]>();
        IntStream.range(0, 60).forEach(minute -> minutes.put(HOUR + minute, sums(100, 200_000, 16_000)));

        assertThat(PackedHour.pack(minutes)).as("2 of mask, and 60 times 1 + 1 + 3 + 2").hasSize(422);
    }

    @Test
    void leavesOutWhatWeighsNobodysWork() {
        long[] sums = sums(1, 10, 0);
        sums[Measure.LATENCY_MS.ordinal()] = 812;
        sums[Measure.MAX_TOKENS.ordinal()] = 4_096;

        assertThat(read(PackedHour.pack(new TreeMap<>(Map.of(HOUR, sums)))))
                .isEqualTo(Map.of(HOUR, Quantities.of(sums(1, 10, 0))));
    }

    @Test
    void isEqualWhateverWasAddedFirst() {
        SortedMap<Long, long[]> one = new TreeMap<>(Map.of(HOUR, sums(1, 10, 0), HOUR + 3, sums(1, 500, 20)));
        SortedMap<Long, long[]> other = new TreeMap<>(Map.of(HOUR + 1, sums(1, 0, 0), HOUR + 3, sums(2, 400, 0)));

        byte[] both = PackedHour.plus(PackedHour.pack(one), other, HOUR);

        assertThat(both).isEqualTo(PackedHour.plus(PackedHour.pack(other), one, HOUR));
        assertThat(read(both)).isEqualTo(Map.of(HOUR, Quantities.of(sums(1, 10, 0)), HOUR + 1,
                Quantities.of(sums(1, 0, 0)), HOUR + 3, Quantities.of(sums(3, 900, 20))));
    }
}
