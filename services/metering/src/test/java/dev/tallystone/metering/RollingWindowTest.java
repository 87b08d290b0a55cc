package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollingWindowTest {

    private static final int LENGTH = 6;

    private final SteppedSeries series = new SteppedSeries();
    private final RollingWindow window = new RollingWindow(series, LENGTH);

    @Test
    void isEmptyUntilItIsMoved() {
        count(100, 5);

        assertThat(tokens()).isZero();
    }

    @Test
    void includesItsStartAndExcludesItsEnd() {
        count(99, 1);
        count(100, 10);
        count(105, 100);
        count(106, 1_000);

        window.moveTo(106);

        assertThat(tokens()).isEqualTo(110);
    }

    @Test
    void takesInWhatEntersAndGivesUpWhatLeaves() {
        count(100, 1);
        count(106, 10);
        window.moveTo(106);

        window.moveTo(107);

        assertThat(tokens()).isEqualTo(10);
    }

    @Test
    void countsALateEventInsideAtOnce() {
        window.moveTo(106);

        count(100, 5);
        count(105, 7);

        assertThat(tokens()).isEqualTo(12);
        window.moveTo(107);
        assertThat(tokens()).as("each leaves once").isEqualTo(7);
    }

    @Test
    void passesOverALateEventBeforeItsStart() {
        window.moveTo(106);

        count(99, 5);

        assertThat(tokens()).isZero();
        window.moveTo(112);
        assertThat(tokens()).isZero();
    }

    @Test
    void leavesNothingBehindWhenItJumpsFar() {
        count(100, 5);
        count(103, 6);
        window.moveTo(104);

        window.moveTo(1_000_000);

        assertThat(window.quantities()).isEqualTo(Quantities.NONE);
    }

    @Test
    void neverMovesBack() {
        count(100, 5);
        window.moveTo(104);

        window.moveTo(100);

        assertThat(tokens()).isEqualTo(5);
    }

    @Test
    void holdsWhatAddingEverythingAnewGives() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        Map<Long, Long> expected = new HashMap<>();
        long end = 1_000;
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(4) == 0) {
                end += random.nextInt(10) == 0 ? random.nextInt(20) : random.nextInt(3);
                window.moveTo(end);
                series.trim(end - 2 * LENGTH);
            }
            long step = end - 2 * LENGTH + random.nextInt(3 * LENGTH);
            long amount = random.nextInt(1_000);
            count(step, amount);
            expected.merge(step, amount, Long::sum);

            long from = end - LENGTH;
            long to = end;
            long sum = expected.entrySet()
                    .stream()
                    .filter(entry -> entry.getKey() >= from && entry.getKey() < to)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(end == 1_000 ? sum : tokens()).as("seed %d, replay with -Dseed", seed).isEqualTo(sum);
        }
    }

    private void count(long step, long tokens) {
        Quantities quantities = Quantities.of(Measure.INPUT, tokens);
        series.add(step, quantities);
        window.accumulate(step, quantities);
    }

    private long tokens() {
        return window.quantities().get(Measure.INPUT);
    }
}
