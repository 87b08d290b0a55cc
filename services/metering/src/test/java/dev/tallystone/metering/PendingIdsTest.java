package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingIdsTest {

    private final PendingIds pending = new PendingIds();

    @Test
    void handsOverItsIdsBySliceInTheOrderTheyCame() {
        add(7, 1, 2, 10, 1_000);
        add(8, 3, 4, 11, 3_000);
        add(7, 5, 6, 12, 2_000);

        assertThat(pending.bySlice()).containsExactlyInAnyOrder(
                new SliceIds(7, 2_000, new long[]{1, 2, 5, 6}, new int[]{10, 12}),
                new SliceIds(8, 3_000, new long[]{3, 4}, new int[]{11}));
        assertThat(pending.touches(7)).isTrue();
        assertThat(pending.touches(9)).isFalse();
    }

    @Test
    void notesAnArrivalThatBringsNoNewId() {
        pending.touch(7, 2_000);
        pending.touch(7, 1_000);

        assertThat(pending.touches(7)).isTrue();
        assertThat(pending.bySlice()).containsExactly(new SliceIds(7, 2_000, new long[0], new int[0]));
    }

    @Test
    void holdsAsManyAsATransactionBrings() {
        for (int i = 0; i < 100_000; i++) {
            pending.add(i % 3, i, i + 1, i);
        }

        assertThat(pending.bySlice()).extracting(SliceIds::size).containsExactlyInAnyOrder(33_334, 33_333, 33_333);
    }

    @Test
    void forgetsAllWhenCleared() {
        add(7, 1, 2, 10, 1_000);

        pending.clear();

        assertThat(pending.bySlice()).isEmpty();
        assertThat(pending.touches(7)).isFalse();
        add(7, 3, 4, 11, 500);
        assertThat(pending.bySlice()).containsExactly(new SliceIds(7, 500, new long[]{3, 4}, new int[]{11}));
    }

    @Test
    void tellsWhenTheLastCallOfEachSliceCame() {
        add(7, 1, 2, 10, 2_000);
        pending.touch(7, 1_000);
        pending.touch(9, 4_000);
        Map<Long, Long> arrivals = new HashMap<>();

        pending.forEachArrival(arrivals::put);

        assertThat(arrivals).isEqualTo(Map.of(7L, 2_000L, 9L, 4_000L));
    }

    private void add(long slice, long high, long low, int countsHash, long arrivalMs) {
        pending.touch(slice, arrivalMs);
        pending.add(slice, high, low, countsHash);
    }
}
