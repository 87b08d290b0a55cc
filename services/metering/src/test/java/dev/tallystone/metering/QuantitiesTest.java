package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.invocation.Measure;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

    @Test
    void isNothingOfAnythingAtFirst() {
        assertThat(Measure.ALL).allSatisfy(measure -> assertThat(Quantities.NONE.get(measure)).isZero());
        assertThat(Quantities.NONE).hasToString("{}");
    }

    @Test
    void addsMeasureByMeasure() {
        Quantities sum = Quantities.of(Measure.INPUT, 5)
                .plus(Quantities.of(Measure.OUTPUT, 7))
                .plus(Quantities.of(Measure.INPUT, 11));

        assertThat(sum.get(Measure.INPUT)).isEqualTo(16);
        assertThat(sum.get(Measure.OUTPUT)).isEqualTo(7);
        assertThat(sum.get(Measure.REQUESTS)).isZero();
        assertThat(sum).hasToString("{input=16, output=7}");
    }

    @Test
    void leavesWhatItAddsUnchanged() {
        Quantities one = Quantities.of(Measure.IMAGES, 1);

        assertThat(one.plus(one).get(Measure.IMAGES)).isEqualTo(2);
        assertThat(one).isEqualTo(Quantities.of(Measure.IMAGES, 1));
        assertThat(Quantities.NONE).isEqualTo(Quantities.of(Measure.IMAGES, 0));
    }

    @Test
    void copiesTheSumsItIsGiven() {
        long[] sums = new long[2 * Measure.ALL.size()];
        sums[Measure.ALL.size() + Measure.OUTPUT.ordinal()] = 3;
        Quantities second = Quantities.of(sums, Measure.ALL.size());

        sums[Measure.ALL.size() + Measure.OUTPUT.ordinal()] = 4;

        assertThat(second).isEqualTo(Quantities.of(Measure.OUTPUT, 3));
    }

    @Test
    void totalsTheTokensThatArePricedApartAndNoPartTwice() {
        Quantities sum = Quantities.NONE;
        for (Measure measure : Measure.ALL) {
            sum = sum.plus(Quantities.of(measure, 1L << measure.ordinal()));
        }

        long prompt = sum.get(Measure.INPUT) + sum.get(Measure.CACHE_READ) + sum.get(Measure.CACHE_WRITE)
                + sum.get(Measure.CACHE_WRITE_5M) + sum.get(Measure.CACHE_WRITE_30M) + sum.get(Measure.CACHE_WRITE_1H);
        assertThat(sum.promptTokens()).isEqualTo(prompt);
        assertThat(sum.tokens()).as("reasoning is part of the output").isEqualTo(prompt + sum.get(Measure.OUTPUT));
    }

    @Test
    void haltsWhenASumOverflows() {
        Quantities most = Quantities.of(Measure.INPUT, Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(Quantities.of(Measure.INPUT, 1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(Quantities.of(Measure.OUTPUT, 1)).tokens())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void addsInAnyOrderAndGrouping() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Quantities a = drawn(random);
            Quantities b = drawn(random);
            Quantities c = drawn(random);

            assertThat(a.plus(b)).as("seed %d, replay with -Dseed", seed)
                    .isEqualTo(b.plus(a))
                    .hasSameHashCodeAs(b.plus(a));
            assertThat(a.plus(b).plus(c)).as("seed %d, replay with -Dseed", seed).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(Quantities.NONE)).isEqualTo(a);
        }
    }

    private static Quantities drawn(Random random) {
        return Quantities.of(random.longs(Measure.ALL.size(), 0, 1L << 40).toArray(), 0);
    }
}
