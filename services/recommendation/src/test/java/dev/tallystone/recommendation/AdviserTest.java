package dev.tallystone.recommendation;

import static dev.tallystone.recommendation.DemandOf.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreement.PercentOff;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.ModelNames;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.recommendation.MinuteDemand.Deferrable;
import dev.tallystone.recommendation.Recommendation.Basis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** With the book that we ship: Llama 3.1 70B costs $0.72 per million tokens, a unit of it in us-west-2 24 $/h. */
class AdviserTest {

    private static final String LLAMA = "meta.llama3-1-70b-instruct-v1:0";
    private static final String NOVA_PRO = "amazon.nova-pro-v1:0";

    private final Adviser adviser = new Adviser(atList(),
            List.of(new UnitCapacity(LLAMA, 1_200_000, 400_000, "contract")), List.of(),
            DemandOf.TEN_PERCENT_FOR_TEN_MINUTES);

    private static Pricer atList() {
        return new Pricer(PriceBookReader.shipped(), new ModelNames(List.of()));
    }

    private static Pricer under(Agreement agreement) {
        return new Pricer(PriceBookReader.shipped(), new ModelNames(List.of()), new Agreements(List.of(agreement)));
    }

    private static Agreement tenPercentOffUnits(String from, String until) {
        return new Agreement("edp", Optional.empty(), Optional.empty(), Optional.of(PricingOption.PROVISIONED_NONE),
                Optional.empty(), new PercentOff(new BigDecimal("10")), Instant.parse(from), Instant.parse(until),
                "annex B");
    }

    private static Recommendation unitOf(Pricer pricer) {
        var adviser = new Adviser(pricer, List.of(new UnitCapacity(LLAMA, 1_200_000, 400_000, "contract")), List.of(),
                DemandOf.TEN_PERCENT_FOR_TEN_MINUTES);
        return adviser.advise(new DemandOf().minutes(10, 700_000, 200_000, "0.648").of(LLAMA, "us-west-2"))
                .getFirst();
    }

    private Recommendation unit(DemandOf demand, String region) {
        return adviser.advise(demand.of(LLAMA, region))
                .stream()
                .filter(advice -> advice.option() == PricingOption.PROVISIONED_NONE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void advisesAUnitForNineHundredThousandTokensAMinuteOnceItHasHeld() {
        String usdAMinute = "0.648";

        Recommendation advice = unit(new DemandOf().minutes(10, 700_000, 200_000, usdAMinute), "us-west-2");

        assertThat(advice.evidence().costPerHour()).isEqualTo(Usd.of("38.88"));
        assertThat(advice.evidence().optionPerHour()).isEqualTo(Usd.of("24"));
        assertThat(advice.savingPerHour()).isEqualTo(Usd.of("14.88"));
        assertThat(advice.evidence().breakEven()).isEqualByComparingTo("1.62");
        assertThat(advice.evidence().units()).isEqualTo(1);
        assertThat(advice.stands()).isTrue();
        assertThat(advice.standsSince()).contains(Instant.parse("2026-11-10T12:10:00Z"));
        assertThat(advice.evidence().prices()).singleElement().asString().contains("$24", "2026-");
        assertThat(unit(new DemandOf().minutes(9, 700_000, 200_000, usdAMinute), "us-west-2").stands())
                .isFalse();
    }

    @Test
    void advisesNoUnitForThreeHundredThousandTokensAMinute() {
        Recommendation advice = unit(new DemandOf().minutes(1_440, 250_000, 50_000, "0.216"), "us-west-2");

        assertThat(advice.savingPerHour()).as("12.96 on demand").isEqualTo(Usd.of("-11.04"));
        assertThat(advice.evidence().breakEven()).isEqualByComparingTo("0.54");
        assertThat(advice.stands()).isFalse();
    }

    @Test
    void saysNothingOfUnitsWhereNoneIsSoldOrNobodyStatedACapacity() {
        DemandOf demand = new DemandOf().minutes(60, 700_000, 200_000, "0.648");

        assertThat(adviser.advise(demand.of(LLAMA, "us-east-1"))).as("no unit price there").isEmpty();
        assertThat(adviser.advise(demand.of("meta.llama3-1-8b-instruct-v1:0", "us-west-2")))
                .as("a unit price, but no capacity")
                .isEmpty();
    }

    @Test
    void advisesBatchForASteadyCallerWhoCanWaitADay() {
        DemandOf nightly = new DemandOf().deferrable(60, 400_000, 100_000, "0.64", part("0.64", "0.32"),
                part("0.64", "0.32"));

        assertThat(adviser.advise(nightly.of(NOVA_PRO, "us-east-1"))).singleElement().satisfies(advice -> {
            assertThat(advice.option()).isEqualTo(PricingOption.BATCH);
            assertThat(advice.basis()).isEqualTo(Basis.CONFIRMED);
            assertThat(advice.stands()).isTrue();
            assertThat(advice.savingPerHour()).isEqualTo(Usd.of("19.2"));
            assertThat(advice.evidence().prices()).anyMatch(price -> price.contains("batch input $0.4 per 1,000,000"));
        });
    }

    @Test
    void saysNothingOfBatchWithoutABatchPrice() {
        DemandOf nightly = new DemandOf().deferrable(60, 400_000, 100_000, "4", part("4", "2"), Deferrable.NONE);

        assertThat(adviser.advise(nightly.of("anthropic.claude-opus-5-5", "us-east-1"))).isEmpty();
    }

    /** A minute of 1,500,000 tokens in needs two units of 1,200,000; a month's commitment owns one. */
    @Test
    void weighsTheUnitsOfACustomModelByTheCapacityAndPriceOfItsBaseModel() {
        String arn = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";
        var owned = new Commitment("fraud", "123456789012", "us-west-2", arn, 1, PricingOption.PROVISIONED_1MO,
                Usd.of("21.18"), Instant.parse("2026-11-01T00:00:00Z"), Optional.empty());
        var owning = new Adviser(atList(),
                List.of(new UnitCapacity(LLAMA, 1_200_000, 400_000, "contract")), List.of(owned),
                DemandOf.TEN_PERCENT_FOR_TEN_MINUTES);
        DemandOf demand = new DemandOf().minutes(10, 1_500_000, 0, "0");

        assertThat(owning.advise(demand.ofCustom(arn, LLAMA, "us-west-2"))).singleElement().satisfies(advice -> {
            assertThat(advice.subject().model()).isEqualTo(arn);
            assertThat(advice.savingPerHour()).isEqualTo(Usd.of("-24"));
            assertThat(advice.stands()).isTrue();
            assertThat(advice.evidence().prices()).hasSize(2).last().asString().contains("$24", "2026-");
            assertThat(advice.alternatives()).extracting(Recommendation.Alternative::option)
                    .containsExactly(PricingOption.PROVISIONED_1MO, PricingOption.PROVISIONED_6MO);
        });
        assertThat(owning.advise(demand.ofCustom(arn, NOVA_PRO, "us-west-2"))).as("a capacity nobody stated")
                .isEmpty();
    }

    @Test
    void measuresUnitsThatAreNotBoughtYetByTheirContractedPrice() {
        Recommendation advice = unitOf(under(tenPercentOffUnits("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")));

        assertThat(advice.evidence().optionPerHour()).as("24 less 10 %").isEqualTo(Usd.of("21.6"));
        assertThat(advice.savingPerHour()).as("of 38.88").isEqualTo(Usd.of("17.28"));
        assertThat(advice.evidence().prices()).singleElement()
                .asString()
                .contains("$24 per one", "contracted $21.6",
                        "edp (annex B)");
        assertThat(advice.evidence().assumptions()).contains("money is contracted: edp (10 % off)");
    }

    @Test
    void measuresThemAtListWhereNoAgreementHoldsAndSaysSo() {
        Recommendation over = unitOf(under(tenPercentOffUnits("2026-10-01T00:00:00Z", "2026-11-10T12:00:00Z")));

        assertThat(over.evidence().optionPerHour()).isEqualTo(Usd.of("24"));
        assertThat(over.evidence().assumptions()).contains("money is at list: no agreement holds at that time");
        assertThat(unitOf(atList()).evidence().assumptions()).contains("money is at list: no agreement is entered");
    }

    @Test
    void saysNothingWithoutTraffic() {
        assertThat(adviser.advise(new DemandOf().idle(60).of(LLAMA, "us-west-2"))).isEmpty();
    }

    @Test
    void givesEqualMinutesEqualAdvice() {
        DemandOf demand = new DemandOf().minutes(45, 700_000, 200_000, "0.648").idle(3).minutes(70, 300_000, 9, "0.2");

        assertThat(adviser.advise(demand.of(LLAMA, "us-west-2"))).isEqualTo(adviser.advise(demand.of(LLAMA,
                "us-west-2")));
    }
}
