package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PendingIdsTest {

    private final PendingIds pending = new PendingIds();

    @Test
    void findsAnIdInWhateverSliceItStands() {
        pending.add(7, 1, 2, 99, 1_000);

        assertThat(pending.countsHash(pending.find(1, 2))).isEqualTo(99);
        assertThat(pending.find(2, 1)).isNegative();
        assertThat(pending.size()).isEqualTo(1);
    }

    @Test
    void handsOverItsIdsBySliceInTheOrderTheyCame() {
        pending.add(7, 1, 2, 10, 1_000);
        pending.add(8, 3, 4, 11, 3_000);
        pending.add(7, 5, 6, 12, 2_000);

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
        assertThat(pending.size()).isZero();
        assertThat(pending.bySlice()).containsExactly(new SliceIds(7, 2_000, new long[0], new int[0]));
    }

    @Test
    void holdsAsManyAsATransactionBrings() {
        for (int i = 0; i < 100_000; i++) {
            pending.add(i % 3, i, i + 1, i, i);
        }

        assertThat(pending.size()).isEqualTo(100_000);
        assertThat(pending.bySlice()).extracting(SliceIds::size).containsExactlyInAnyOrder(33_334, 33_333, 33_333);
        assertThat(pending.countsHash(pending.find(99_999, 100_000))).isEqualTo(99_999);
    }

    @Test
    void forgetsAllWhenCleared() {
        pending.add(7, 1, 2, 10, 1_000);

        pending.clear();

        assertThat(pending.find(1, 2)).isNegative();
        assertThat(pending.bySlice()).isEmpty();
        assertThat(pending.touches(7)).isFalse();
        pending.add(7, 3, 4, 11, 500);
        assertThat(pending.bySlice()).containsExactly(new SliceIds(7, 500, new long[]{3, 4}, new int[]{11}));
    }
}
