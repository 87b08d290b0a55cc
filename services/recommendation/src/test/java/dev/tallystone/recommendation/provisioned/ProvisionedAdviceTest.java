package dev.tallystone.recommendation.provisioned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.ProvisionedSizing;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.recommendation.Demand;
import dev.tallystone.recommendation.DemandOf;
import dev.tallystone.recommendation.Recommendation;
import dev.tallystone.recommendation.Recommendation.Basis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A unit serves 1,000 tokens in and 100 out a minute, for 24 $/h. */
class ProvisionedAdviceTest {

    private static final List<TermPrice> NO_COMMITMENT = List.of(term(PricingOption.PROVISIONED_NONE, "24"));

    private final ProvisionedAdvice advice = new ProvisionedAdvice(DemandOf.TEN_PERCENT_FOR_TEN_MINUTES);
    private final ProvisionedSizing contract = sizing("contract");

    private static ProvisionedSizing sizing(String source) {
        return new ProvisionedSizing(new UnitCapacity("acme.one", 1_000, 100, source));
    }

    private static TermPrice term(PricingOption option, String usd) {
        return new TermPrice(option, Usd.of(usd), option.label() + " from the list");
    }

    private static Demand steady(int minutes, String usdPerMinute) {
        return new DemandOf().minutes(minutes, 900, 50, usdPerMinute).of("acme.one", "us-west-2");
    }

    private Recommendation advise(Demand demand) {
        return advice.advise(demand, contract, NO_COMMITMENT).orElseThrow();
    }

    @Test
    void comparesRatesWithinTheFirstHour() {
        Recommendation saving = advise(steady(30, "0.80"));

        assertThat(saving.evidence().costPerHour()).isEqualTo(Usd.of("48"));
        assertThat(saving.evidence().optionPerHour()).as("not the whole hour for half of one").isEqualTo(Usd.of("24"));
        assertThat(saving.savingPerHour()).isEqualTo(Usd.of("24"));
        assertThat(saving.evidence().assumptions()).anyMatch(text -> text.contains("from 30 minutes"));
    }

    @Test
    void countsWholeStartedHoursAfterwards() {
        assertThat(advise(steady(60, "0.80")).evidence().optionPerHour()).isEqualTo(Usd.of("24"));
        assertThat(advise(steady(90, "0.80")).evidence().optionPerHour()).as("48 for one and a half")
                .isEqualTo(Usd.of("32"));
        assertThat(advise(steady(1_440, "0.80")).evidence().optionPerHour()).isEqualTo(Usd.of("24"));
    }

    @Test
    void standsOnceItHasSavedForLongEnough() {
        assertThat(advise(steady(9, "0.80")).stands()).isFalse();
        assertThat(advise(steady(9, "0.80")).pending()).isTrue();
        assertThat(advise(steady(10, "0.80")).standsSince()).contains(Instant.parse("2026-11-10T12:10:00Z"));
    }

    @Test
    void isNotWithdrawnWhenASteadyLoadBeginsAnotherHour() {
        for (int minutes = 10; minutes <= 300; minutes++) {
            assertThat(advise(steady(minutes, "0.65")).standsSince()).as("%d minutes of 39 $/h", minutes)
                    .contains(Instant.parse("2026-11-10T12:10:00Z"));
        }
    }

    @Test
    void isWithdrawnInTheSilenceAfterABurst() {
        DemandOf burst = new DemandOf().minutes(20, 900, 50, "0.80");

        assertThat(advise(burst.of("acme.one", "us-west-2")).stands()).isTrue();
        assertThat(advise(burst.idle(200).of("acme.one", "us-west-2")).stands()).isFalse();
    }

    @Test
    void doesNotStandWhenOnDemandIsCheaper() {
        Recommendation dear = advise(steady(120, "0.20"));

        assertThat(dear.savingPerHour()).isEqualTo(Usd.of("-12"));
        assertThat(dear.evidence().breakEven()).isEqualByComparingTo("0.5");
        assertThat(dear.stands()).isFalse();
    }

    @Test
    void breaksEvenAboveOneExactlyWhenItSaves() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var any = new DemandOf();
            for (int j = 0; j < 20; j++) {
                any.minutes(1 + random.nextInt(20), random.nextLong(5_000), 10, "0." + random.nextInt(1, 99));
            }
            Recommendation recommendation = advise(any.of("acme.one", "us-west-2"));

            int breakEven = recommendation.evidence().breakEven().compareTo(BigDecimal.ONE);
            boolean tooCloseToTell = breakEven == 0;
            assertThat(tooCloseToTell || breakEven > 0 == recommendation.savingPerHour().isPositive())
                    .as("seed %d, replay with -Dseed", seed)
                    .isTrue();
        }
    }

    @Test
    void isConditionalOnAnExampleCapacity() {
        Demand demand = steady(60, "0.80");

        assertThat(advice.advise(demand, sizing("example"), NO_COMMITMENT).map(Recommendation::basis))
                .contains(Basis.CONDITIONAL);
        assertThat(advice.advise(demand, contract, NO_COMMITMENT).map(Recommendation::basis))
                .contains(Basis.CONFIRMED);
    }

    @Test
    void carriesItsEvidence() {
        Demand peaky = new DemandOf().minutes(97, 900, 50, "0.80")
                .minutes(3, 2_700, 50, "2.40")
                .of("acme.one", "us-west-2");

        Recommendation.Evidence evidence = advise(peaky).evidence();

        assertThat(evidence.units()).isEqualTo(3);
        assertThat(evidence.unitsForP95()).isEqualTo(1);
        assertThat(evidence.fullMinutes()).isEqualTo(100);
        assertThat(evidence.missingMinutes()).isEqualTo(1_340);
        assertThat(evidence.utilisation()).as("97 minutes of 0.9 and 3 of 2.7, by 3 units")
                .isEqualByComparingTo("0.318");
        assertThat(evidence.prices()).containsExactly("provisioned_none from the list");
    }

    @Test
    void namesCommitmentsAsAlternativesThatNeedMoreEvidence() {
        List<TermPrice> terms = List.of(term(PricingOption.PROVISIONED_NONE, "24"),
                term(PricingOption.PROVISIONED_1MO, "21.18"), term(PricingOption.PROVISIONED_6MO, "13.08"));

        Recommendation recommendation = advice.advise(steady(60, "0.80"), contract, terms).orElseThrow();

        assertThat(recommendation.option()).isEqualTo(PricingOption.PROVISIONED_NONE);
        assertThat(recommendation.alternatives()).extracting(Recommendation.Alternative::usdPerHour)
                .containsExactly(Optional.of(Usd.of("21.18")), Optional.of(Usd.of("13.08")));
        assertThat(recommendation.alternatives()).allMatch(other -> other.whyNot().contains("weeks of evidence"));
    }

    @Test
    void saysNothingWhereNoUnitWithoutCommitmentIsSoldOrNeeded() {
        List<TermPrice> committed = List.of(term(PricingOption.PROVISIONED_1MO, "21.18"));
        Demand images = new DemandOf().minutes(60, 0, 0, "0.80").of("acme.image", "us-west-2");

        assertThat(advice.advise(steady(60, "0.80"), contract, committed)).isEmpty();
        assertThat(advice.advise(new DemandOf().of("acme.one", "us-west-2"), contract, NO_COMMITMENT)).isEmpty();
        assertThat(advice.advise(images, contract, NO_COMMITMENT)).as("nought units for nothing").isEmpty();
    }
}
