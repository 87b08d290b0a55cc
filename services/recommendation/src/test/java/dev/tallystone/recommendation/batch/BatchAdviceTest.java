package dev.tallystone.recommendation.batch;

import static dev.tallystone.recommendation.DemandOf.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.DemandOf;
import dev.tallystone.recommendation.MinuteDemand.Deferrable;
import dev.tallystone.recommendation.Recommendation;
import dev.tallystone.recommendation.Recommendation.Basis;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Minutes of $1, which is 60 $/h; ten percent of it must be saved for ten minutes. */
class BatchAdviceTest {

    private final BatchAdvice batch = new BatchAdvice(DemandOf.TEN_PERCENT_FOR_TEN_MINUTES);

    private List<Recommendation> advise(int minutes, Deferrable confirmed, Deferrable possible) {
        return batch.advise(new DemandOf().deferrable(minutes, 1_000, 100, "1", confirmed, possible)
                .of("acme.one", "us-west-2"), List.of("batch input $0.50"));
    }

    @Test
    void confirmsWhatCallersSayCanWait() {
        Recommendation advice = advise(30, part("0.80", "0.40"), part("0.80", "0.40")).getFirst();

        assertThat(advice.basis()).isEqualTo(Basis.CONFIRMED);
        assertThat(advice.savingPerHour()).isEqualTo(Usd.of("24"));
        assertThat(advice.savingPerMonth()).isEqualTo(Usd.of("17520")); // 730 h
        assertThat(advice.savingRatio()).as("of what the whole subject costs").isEqualByComparingTo("0.4");
        assertThat(advice.evidence().costPerHour()).isEqualTo(Usd.of("60"));
        assertThat(advice.evidence().optionPerHour()).isEqualTo(Usd.of("36"));
        assertThat(advice.evidence().prices()).containsExactly("batch input $0.50");
        assertThat(advice.stands()).isTrue();
        assertThat(advice.standsSince()).contains(Instant.parse("2026-11-10T12:10:00Z"));
    }

    @Test
    void saysOnceWhatIsConfirmedInWhole() {
        assertThat(advise(30, part("0.80", "0.40"), part("0.80", "0.40"))).hasSize(1);
    }

    @Test
    void neverTellsOfAnUpperBoundHoweverLarge() {
        List<Recommendation> advice = advise(30, Deferrable.NONE, part("1", "0.50"));

        assertThat(advice).singleElement().satisfies(bound -> {
            assertThat(bound.basis()).isEqualTo(Basis.UPPER_BOUND);
            assertThat(bound.savingPerHour()).isEqualTo(Usd.of("30"));
            assertThat(bound.standsSince()).isPresent();
            assertThat(bound.stands()).isFalse();
            assertThat(bound.because()).contains("might wait");
        });
    }

    @Test
    void tellsBothWhenOnlyAPartIsConfirmed() {
        assertThat(advise(30, part("0.20", "0.10"), part("1", "0.50"))).extracting(Recommendation::basis)
                .containsExactly(Basis.CONFIRMED, Basis.UPPER_BOUND);
    }

    @Test
    void doesNotStandForASmallPartOfTheCost() {
        Recommendation advice = advise(30, part("0.18", "0.09"), Deferrable.NONE).getFirst();

        assertThat(advice.savingPerHour()).isEqualTo(Usd.of("5.4"));
        assertThat(advice.savingRatio()).isEqualByComparingTo("0.09");
        assertThat(advice.stands()).isFalse();
    }

    @Test
    void isPendingUntilItHasHeld() {
        Recommendation advice = advise(9, part("1", "0.50"), Deferrable.NONE).getFirst();

        assertThat(advice.stands()).isFalse();
        assertThat(advice.pending()).isTrue();
    }

    @Test
    void saysNothingWhenNothingCanWait() {
        assertThat(advise(30, Deferrable.NONE, Deferrable.NONE)).isEmpty();
    }

    @Test
    void isWithdrawnInTheSilenceAfterABurst() {
        DemandOf burst = new DemandOf().deferrable(20, 1_000, 100, "0.05", part("0.05", "0.025"), Deferrable.NONE);
        List<String> prices = List.of("batch input");

        assertThat(batch.advise(burst.of("acme.one", "us-west-2"), prices).getFirst().stands()).isTrue();
        assertThat(batch.advise(burst.idle(200).of("acme.one", "us-west-2"), prices).getFirst().stands())
                .as("1.50 an hour have come to 0.14: less than half of 0.50")
                .isFalse();
    }
}
