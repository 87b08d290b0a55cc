package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustTest {

    private static Trust trust(long records, long tallied, long duplicates, long rejected, long gaps, long overlaps) {
        return new Trust(Boards.NOON, Map.of(0, 9L), records, tallied, duplicates, rejected, Map.of(), gaps, overlaps,
                0, 0, Map.of());
    }

    @Test
    void isGapFreeWhenEveryReceiptFollowsAndBalances() {
        assertThat(trust(10, 7, 2, 1, 0, 0).isGapFree()).isTrue();
        assertThat(trust(10, 7, 2, 0, 0, 0).isGapFree()).as("a record is missing").isFalse();
        assertThat(trust(10, 7, 2, 1, 1, 0).isGapFree()).isFalse();
        assertThat(trust(10, 7, 2, 1, 0, 1).isGapFree()).isFalse();
    }
}
