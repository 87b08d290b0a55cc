package dev.tallystone.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of 100 $/h, 10 must be saved for five minutes; a standing one is withdrawn below 5. */
class StandingTest {

    private static final Usd COST = Usd.of("100");

    private final Standing standing = new Standing(rules("0.10", "1"));
    private long minute = 1_000;

    private static Rules rules(String ratio, String usdPerHour) {
        return new Rules(new BigDecimal(ratio), new BigDecimal(usdPerHour), Duration.ofMinutes(5),
                Duration.ofHours(24));
    }

    private void minutes(int count, String saving) {
        for (int i = 0; i < count; i++) {
            standing.next(minute++, COST, Usd.of(saving));
        }
    }

    @Test
    void standsOnceTheSavingHasHeldForTheWholeTime() {
        minutes(4, "10");
        assertThat(standing.since()).isEmpty();
        assertThat(standing.isPending()).isTrue();

        minutes(1, "10");

        assertThat(standing.since()).as("the end of the fifth minute").contains(1_005L);
        assertThat(standing.isPending()).isFalse();
        minutes(100, "10");
        assertThat(standing.since()).contains(1_005L);
    }

    @Test
    void startsTheTimeAnewWhenASingleMinuteFallsShort() {
        minutes(4, "10");
        minutes(1, "9.99");
        assertThat(standing.isPending()).isFalse();

        minutes(4, "10");

        assertThat(standing.since()).isEmpty();
    }

    @Test
    void neverFlipsWhileTheSavingFlapsAroundTheThreshold() {
        for (int i = 0; i < 500; i++) {
            minutes(1, i % 2 == 0 ? "11" : "9");
            assertThat(standing.since()).isEmpty();
        }
        minutes(5, "11");

        for (int i = 0; i < 500; i++) {
            minutes(1, i % 2 == 0 ? "5" : "11");
            assertThat(standing.since()).isPresent();
        }
    }

    @Test
    void isWithdrawnWhenTheSavingFallsBelowHalfTheThreshold() {
        minutes(5, "10");

        minutes(1, "4.99");

        assertThat(standing.since()).isEmpty();
        minutes(5, "10");
        assertThat(standing.since()).as("and may stand again").contains(1_011L);
    }

    @Test
    void mustSaveEnoughBothWays() {
        var inDollars = new Standing(rules("0.10", "20"));
        var inShare = new Standing(rules("0.30", "1"));
        for (int i = 0; i < 10; i++) {
            inDollars.next(i, COST, Usd.of("19.99"));
            inShare.next(i, COST, Usd.of("29.99"));
        }

        assertThat(inDollars.since()).isEmpty();
        assertThat(inShare.since()).isEmpty();
    }

    @Test
    void neverStandsOnNothingEvenWithoutThresholds() {
        var eager = new Standing(new Rules(BigDecimal.ZERO, BigDecimal.ZERO, Duration.ZERO, Duration.ofHours(24)));
        eager.next(1, COST, Usd.ZERO);
        assertThat(eager.since()).isEmpty();

        eager.next(2, COST, Usd.of("0.01"));

        assertThat(eager.since()).contains(3L);
    }

    @Test
    void staysWhileTheOptionOnceBegunStillSaves() {
        minutes(5, "10");

        standing.next(minute++, COST, Usd.of("-8"), Usd.of("10"));
        assertThat(standing.since()).isPresent();

        standing.next(minute++, COST, Usd.of("-8"), Usd.of("4"));
        assertThat(standing.since()).isEmpty();
    }

    @Test
    void standsForANeedThatHoldsUntilItIsClearlyMissed() {
        for (int i = 0; i < 5; i++) {
            standing.next(minute++, true, false);
        }
        assertThat(standing.since()).contains(1_005L);

        standing.next(minute++, false, false);
        assertThat(standing.since()).as("neither met nor clearly missed").contains(1_005L);

        standing.next(minute++, false, true);
        assertThat(standing.since()).isEmpty();
    }

    @Test
    void givesEqualMinutesEqualAnswers() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var replica = new Standing(rules("0.10", "1"));
        for (int i = 0; i < 5_000; i++) {
            Usd saving = Usd.of(Integer.toString(random.nextInt(30)));
            standing.next(i, COST, saving);
            replica.next(i, COST, saving);
            assertThat(replica.since()).as("seed %d, replay with -Dseed", seed).isEqualTo(standing.since());
        }
    }
}
