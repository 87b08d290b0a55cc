package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContextClassTest {

    private static final List<Long> PRICED = List.of(32_000L, 100_000L, 128_000L, 200_000L, 256_000L, 272_000L,
            512_000L);

    @Test
    void givesAnEmptyPromptTheFirstClass() {
        assertThat(ContextClass.of(0)).isZero();
    }

    @Test
    void entersTheNextClassWithTheFirstTokenAboveAThreshold() {
        assertThat(ContextClass.of(32_000)).isZero();
        assertThat(ContextClass.of(32_001)).isEqualTo(1);
        assertThat(ContextClass.of(200_000)).isEqualTo(3);
        assertThat(ContextClass.of(200_001)).isEqualTo(4);
        assertThat(ContextClass.of(512_001)).isEqualTo(7);
    }

    @Test
    void countsTheThresholdsThatThePromptExceeds() {
        long seed = Long.getLong("seed", System.nanoTime());
        new Random(seed).longs(10_000, 0, 600_000)
                .forEach(tokens -> assertThat(ContextClass.of(tokens))
                        .as("%d tokens, of seed %d, replay with -Dseed", tokens, seed)
                        .isEqualTo((int) PRICED.stream().filter(threshold -> tokens > threshold).count()));
    }

    @Test
    void knowsWhetherAClassLiesAboveAThreshold() {
        assertThat(ContextClass.exceeds(ContextClass.of(200_000), 200_000)).isFalse();
        assertThat(ContextClass.exceeds(ContextClass.of(200_001), 200_000)).isTrue();
        assertThat(ContextClass.exceeds(ContextClass.of(900_000), 512_000)).isTrue();
    }

    @Test
    void refusesAThresholdThatDividesAClass() {
        assertThatThrownBy(() -> ContextClass.exceeds(4, 204_800)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("204800")
                .hasMessageContaining("200000");
    }
}
