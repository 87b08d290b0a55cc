package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdTableTest {

    private final IdTable table = new IdTable();

    @Test
    void holdsNothingAtFirst() {
        assertThat(table.size()).isZero();
        assertThat(table.find(1, 2)).isNegative();
        assertThat(table.find(0, 0)).isNegative();
    }

    @Test
    void findsAnIdWithTheHashOfItsCounts() {
        table.add(1, 2, 77);

        assertThat(hashOf(1, 2)).isEqualTo(77);
        assertThat(table.find(2, 1)).isNegative();
        assertThat(table.find(1, 0)).isNegative();
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void holdsTheIdOfAllZerosLikeAnyOther() {
        table.add(0, 0, 77);

        assertThat(hashOf(0, 0)).isEqualTo(77);
        assertThat(table.size()).isEqualTo(1);

        for (int i = 1; i < 1_000; i++) {
            table.add(0, i, i);
        }
        assertThat(hashOf(0, 0)).as("after the table has grown").isEqualTo(77);
    }

    @Test
    void keepsTheFirstOfTwo() {
        assertThat(table.add(1, 2, 77)).isTrue();
        assertThat(table.add(1, 2, 78)).isFalse();

        assertThat(hashOf(1, 2)).isEqualTo(77);
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void holdsIdsOfWhichOneHalfIsZero() {
        for (int i = 1; i <= 500; i++) {
            table.add(0, i, i);
            table.add(i, 0, -i);
        }

        for (int i = 1; i <= 500; i++) {
            assertThat(hashOf(0, i)).isEqualTo(i);
            assertThat(hashOf(i, 0)).isEqualTo(-i);
        }
        assertThat(table.size()).isEqualTo(1_000);
    }

    @Test
    void holdsWhatAPlainMapHolds() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        Map<UUID, Integer> expected = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            UUID id = random.nextInt(3) == 0
                    ? new UUID(random.nextInt(50), random.nextInt(50))
                    : new UUID(random.nextLong(), random.nextLong());
            boolean known = table.find(id.getMostSignificantBits(), id.getLeastSignificantBits()) >= 0;

            assertThat(known).as("%s, seed %d, replay with -Dseed", id, seed).isEqualTo(expected.containsKey(id));
            if (!known) {
                table.add(id.getMostSignificantBits(), id.getLeastSignificantBits(), i);
                expected.put(id, i);
            }
        }

        assertThat(table.size()).as("seed %d, replay with -Dseed", seed).isEqualTo(expected.size());
        expected.forEach((id, hash) -> assertThat(hashOf(id.getMostSignificantBits(), id.getLeastSignificantBits()))
                .as("%s, seed %d, replay with -Dseed", id, seed)
                .isEqualTo(hash));
    }

    private int hashOf(long high, long low) {
        int slot = table.find(high, low);
        assertThat(slot).as("%d %d", high, low).isNotNegative();
        return table.countsHash(slot);
    }
}
