package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.CACHE_READ;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvisionedSizingTest {

    private final ProvisionedSizing sizing = new ProvisionedSizing(new UnitCapacity("acme.one", 1_000, 100, "test"));

    private static Quantities minute(long input, long output) {
        return Calls.counts(INPUT, input, OUTPUT, output);
    }

    @Test
    void needsTheUnitsOfTheWorseDimension() {
        assertThat(sizing.units(minute(2_000, 100))).as("input binds").isEqualTo(2);
        assertThat(sizing.units(minute(100, 500))).as("output binds").isEqualTo(5);
        assertThat(sizing.units(minute(1_000, 100))).as("exactly full").isEqualTo(1);
        assertThat(sizing.units(minute(1_001, 1))).as("one token more").isEqualTo(2);
        assertThat(sizing.units(Quantities.NONE)).isZero();
        assertThat(sizing.units(minute(5_000_000, 1))).as("no cap: advice must not promise less").isEqualTo(5_000);
    }

    @Test
    void countsCachedPromptTokensAsInput() {
        assertThat(sizing.units(Calls.counts(INPUT, 500, CACHE_READ, 1_600))).isEqualTo(3);
    }

    @Test
    void coversEveryMinuteWithTheUnitsOfTheWorst() {
        assertThat(sizing.unitsForAll(List.of(minute(10, 1), minute(4_500, 1), minute(1_500, 1)))).isEqualTo(5);
        assertThat(sizing.unitsForAll(List.of())).isZero();
    }

    @Test
    void covers95Of100MinutesWhereIdleOnesNeedNothing() {
        List<Quantities> hundred = Collections.nCopies(94, minute(1_000, 1));
        List<Quantities> peaks = List.of(minute(2_000, 1), minute(9_000, 1), minute(9_000, 1), minute(9_000, 1),
                minute(9_000, 1), minute(9_000, 1));
        List<Quantities> all = Stream.concat(hundred.stream(), peaks.stream()).toList();

        assertThat(sizing.unitsForP95(all, 100)).as("the 95th of 100").isEqualTo(2);
        assertThat(sizing.unitsForP95(peaks, 100)).as("94 idle, the 95th is the smallest peak").isEqualTo(2);
        assertThat(sizing.unitsForP95(peaks, 1_000)).as("994 idle").isZero();
        assertThat(sizing.unitsForP95(List.of(), 60)).isZero();
    }

    @Test
    void spillsWhatTheUnitsDoNotServe() {
        Quantities spill = sizing.spill(minute(3_000, 90), 2);

        assertThat(spill.get(INPUT)).isEqualTo(1_000);
        assertThat(spill.get(OUTPUT)).as("90 less two thirds of it").isEqualTo(30);
        assertThat(sizing.spill(minute(2_000, 200), 2)).isEqualTo(Quantities.NONE);
    }

    @Test
    void spillsAllWithoutUnits() {
        assertThat(sizing.spill(minute(10, 5), 0)).isEqualTo(minute(10, 5));
        assertThat(sizing.spill(Calls.counts(OUTPUT, 5), 0)).as("output alone").isEqualTo(Calls.counts(OUTPUT, 5));
    }

    @Test
    void spillsAsExactRationalsSay() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            long inputCapacity = random.nextLong(1, 5_000_000);
            long outputCapacity = random.nextLong(1, 1_000_000);
            var any = new ProvisionedSizing(new UnitCapacity("acme.one", inputCapacity, outputCapacity, "test"));
            Quantities minute = minute(random.nextLong(50_000_000), random.nextLong(9_000_000))
                    .plus(Quantities.of(CACHE_READ, random.nextLong(50_000_000)));
            long units = random.nextLong(12);

            Quantities spill = any.spill(minute, units);

            for (Measure measure : Measure.ALL) {
                BigInteger served = served(minute.get(measure), minute, units, inputCapacity, outputCapacity);
                assertThat(BigInteger.valueOf(minute.get(measure) - spill.get(measure)))
                        .as("%s, seed %d, replay with -Dseed", measure, seed)
                        .isEqualTo(served);
            }
        }
    }

    /** {@code amount · min(1, units·cI/I, units·cO/O)}, rounded down, in whole numbers only. */
    private static BigInteger served(long amount, Quantities minute, long units, long inputCapacity,
            long outputCapacity) {
        BigInteger all = BigInteger.valueOf(amount);
        BigInteger byInput = share(all, units, inputCapacity, minute.promptTokens());
        BigInteger byOutput = share(all, units, outputCapacity, minute.get(OUTPUT));
        return all.min(byInput).min(byOutput);
    }

    private static BigInteger share(BigInteger amount, long units, long capacity, long demand) {
        return demand == 0
                ? amount
                : amount.multiply(BigInteger.valueOf(units))
                        .multiply(BigInteger.valueOf(capacity))
                        .divide(BigInteger.valueOf(demand));
    }

    @Test
    void isUsedByWhatItServesOverAllMinutes() {
        List<Quantities> minutes = List.of(minute(500, 1), minute(3_000, 1));

        assertThat(sizing.utilisation(minutes, 1, 2)).as("half, then full").isEqualByComparingTo("0.75");
        assertThat(sizing.utilisation(minutes, 1, 4)).as("and two idle minutes").isEqualByComparingTo("0.375");
        assertThat(sizing.utilisation(minutes, 0, 4)).isEqualByComparingTo("0");
    }

    @Test
    void saysWhichShareOfTheTokensWouldSpill() {
        List<Quantities> minutes = List.of(minute(1_000, 0), minute(3_000, 0));

        assertThat(sizing.spillShare(minutes, 1)).as("2,000 of 4,000").isEqualByComparingTo("0.5");
        assertThat(sizing.spillShare(minutes, 3)).isEqualByComparingTo("0");
        assertThat(sizing.spillShare(List.of(), 3)).isEqualByComparingTo("0");
    }

    @Test
    void refusesAUnitThatServesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitCapacity("acme.one", 0, 5, "contract"))
                .withMessageContaining("acme.one");
    }
}
