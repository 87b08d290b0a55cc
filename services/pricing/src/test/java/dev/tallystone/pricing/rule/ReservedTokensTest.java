package dev.tallystone.pricing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Usd;
import org.junit.jupiter.api.Test;

/** A thousand tokens a minute cost 0.2 $/h in and 1 $/h out. */
class ReservedTokensTest {

    private static final Usd IN = Usd.of("0.2");
    private static final Usd OUT = Usd.of("1");

    private static ReservedTokens block(long inputTpm, long outputTpm) {
        return new ReservedTokens(IN, OUT, inputTpm, outputTpm);
    }

    @Test
    void areSoldFromAMinimumOn() {
        assertThat(block(100_000, 10_000).perHour()).as("100 x 0.2 and 10 x 1").isEqualTo(Usd.of("30"));
        assertThatIllegalArgumentException().isThrownBy(() -> block(99_000, 10_000))
                .withMessageContaining("input")
                .withMessageContaining("100,000 or more")
                .withMessageContaining("99,000");
        assertThatIllegalArgumentException().isThrownBy(() -> block(100_000, 9_000))
                .withMessageContaining("output")
                .withMessageContaining("10,000 or more");
    }

    @Test
    void areSoldInSteps() {
        assertThat(block(101_000, 11_000).perHour()).isEqualTo(Usd.of("31.2"));
        assertThatIllegalArgumentException().isThrownBy(() -> block(100_500, 10_000))
                .withMessageContaining("steps of 1,000")
                .withMessageContaining("100,500");
    }

    @Test
    void coverADemandByTheSmallestBlock() {
        assertThat(ReservedTokens.covering(IN, OUT, 100_001, 12_000)).isEqualTo(block(101_000, 12_000));
        assertThat(ReservedTokens.covering(IN, OUT, 0, 10_001)).isEqualTo(block(100_000, 11_000));
    }

    @Test
    void arePaidByTheStartedHourUsedOrNot() {
        Quote idle = block(100_000, 10_000).quote(Minutes.traffic(61));

        assertThat(idle.committed()).isEqualTo(Usd.of("60"));
        assertThat(idle.overflow()).isEqualTo(Usd.ZERO);
        assertThat(idle.use().orElseThrow().idle()).isEqualTo(Usd.of("60"));
    }

    /** Twice the input and four times the output: half of 4 $ and three quarters of 8 $ are paid at standard prices. */
    @Test
    void leaveWhatExceedsThemToStandardPricesInputAndOutputApart() {
        Quote quote = block(100_000, 10_000)
                .quote(Minutes.traffic(60, Minutes.of(9, 200_000, 40_000, "4", "8")));

        assertThat(quote.overflow()).isEqualTo(Usd.of("8"));
        assertThat(quote.total()).isEqualTo(Usd.of("38"));
        assertThat(quote.use().orElseThrow().minutesAtRisk()).isEqualTo(1);
        assertThat(quote.use().orElseThrow().throttledRequests()).isZero();
    }

    @Test
    void leaveCacheReadsToStandardPricesWhole() {
        Traffic.Minute minute = Minutes.cached(Minutes.of(1, 50_000, 5_000, "4", "8"), 900_000, "0.9");

        Quote quote = block(100_000, 10_000).quote(Minutes.traffic(60, minute));

        assertThat(quote.overflow()).as("900,000 cache reads do not exceed the block").isEqualTo(Usd.of("0.9"));
        assertThat(quote.use().orElseThrow().utilisation()).as("one half full minute of sixty")
                .isEqualByComparingTo("0.008333");
    }

    /** Half full in its only minute: 30 $ an hour against 12 $ of work, so it never pays. */
    @Test
    void breakEvenWhereTheyCostAsMuchAsTheSameWork() {
        CommittedUse use = block(100_000, 10_000)
                .quote(Minutes.traffic(1, Minutes.of(1, 50_000, 5_000, "4", "8")))
                .use()
                .orElseThrow();

        assertThat(use.utilisation()).isEqualByComparingTo("0.5");
        assertThat(use.idle()).isEqualTo(Usd.of("15"));
        assertThat(use.breakEvenUtilisation().orElseThrow()).isEqualByComparingTo("1.25");
        assertThat(use.headroom()).isEqualByComparingTo("0.5");
    }

    @Test
    void countCacheWritesAsInput() {
        Quantities written = Quantities.of(Measure.INPUT, 1)
                .plus(Quantities.of(Measure.CACHE_WRITE_1H, 20))
                .plus(Quantities.of(Measure.CACHE_READ, 300))
                .plus(Quantities.of(Measure.OUTPUT, 4_000));

        assertThat(ReservedTokens.inputOf(written)).isEqualTo(21);
        assertThat(ReservedTokens.outputOf(written)).isEqualTo(4_000);
    }
}
