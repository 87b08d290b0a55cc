package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.metering.SliceRanges.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SliceRangesTest {

    private final SliceRanges slices = new SliceRanges();

    @Test
    void joinsNeighbours() {
        slices.add(5);
        slices.add(7);
        slices.add(6);

        assertThat(slices.ranges()).containsExactly(new Range(5, 7));
    }

    @Test
    void keepsApartWhatAnOpenSliceDivides() {
        slices.add(7);
        slices.add(5);

        assertThat(slices.ranges()).containsExactly(new Range(5, 5), new Range(7, 7));
        assertThat(slices.contains(6)).isFalse();
    }

    @Test
    void takesASliceTwice() {
        slices.add(5);
        slices.add(5);

        assertThat(slices.ranges()).containsExactly(new Range(5, 5));
    }

    @Test
    void joinsRangesThatOverlapOrTouch() {
        SliceRanges joined = SliceRanges.of(List.of(new Range(10, 20), new Range(1, 3), new Range(4, 12),
                new Range(25, 30), new Range(26, 27), new Range(-5, -1)));

        assertThat(joined.ranges()).containsExactly(new Range(-5, -1), new Range(1, 20), new Range(25, 30));
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Range(3, 2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(2)")
                .hasMessageContaining("(3)");
    }

    @Test
    void holdsWhatAPlainSetHolds() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var expected = new TreeSet<Long>();
        for (int i = 0; i < 400; i++) {
            long slice = random.nextLong(-300, 300);
            slices.add(slice);
            expected.add(slice);

            assertThat(slices.ranges()).as("seed %d, replay with -Dseed", seed).isEqualTo(ranges(expected));
            long asked = random.nextLong(-310, 310);
            assertThat(slices.contains(asked)).as("%d, seed %d, replay with -Dseed", asked, seed)
                    .isEqualTo(expected.contains(asked));
        }
        assertThat(SliceRanges.of(slices.ranges()).ranges()).isEqualTo(slices.ranges());
    }

    private static List<Range> ranges(SortedSet<Long> set) {
        var ranges = new ArrayList<Range>();
        for (long slice : set) {
            boolean joins = !ranges.isEmpty() && ranges.getLast().last() == slice - 1;
            ranges.add(new Range(joins ? ranges.removeLast().first() : slice, slice));
        }
        return ranges;
    }
}
