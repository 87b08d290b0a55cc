package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SliceIdsTest {

    @Test
    void readsHalvesInTurn() {
        var ids = new SliceIds(7, 1_000, new long[]{1, 2, 3, 4}, new int[]{10, 11});

        assertThat(ids.size()).isEqualTo(2);
        assertThat(ids.high(1)).isEqualTo(3);
        assertThat(ids.low(1)).isEqualTo(4);
        assertThat(ids.countsHash(1)).isEqualTo(11);
    }

    @Test
    void dividesIntoPartsOfTheSameSlice() {
        var ids = new SliceIds(7, 1_000, new long[]{1, 2, 3, 4, 5, 6}, new int[]{10, 11, 12});

        assertThat(ids.part(1, 3)).isEqualTo(new SliceIds(7, 1_000, new long[]{3, 4, 5, 6}, new int[]{11, 12}));
    }

    @Test
    void refusesHalvesWithoutTheirHashes() {
        assertThatThrownBy(() -> new SliceIds(7, 1_000, new long[]{1, 2, 3}, new int[]{10}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 halves");
    }
}
