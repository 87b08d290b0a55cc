package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostsTest {

    private static Costs costs(String list, String contracted, String effective, String billed) {
        return new Costs(Usd.of(list), Usd.of(contracted), Usd.of(effective), Usd.of(billed));
    }

    @Test
    void areAllTheSameAtList() {
        assertThat(Costs.atList(Usd.of("3"))).isEqualTo(costs("3", "3", "3", "3"));
    }

    @Test
    void areEffectiveAndBilledAsContractedWherePaidPerUse() {
        assertThat(Costs.perUse(Usd.of("3"), Usd.of("2"))).isEqualTo(costs("3", "2", "2", "2"));
    }

    @Test
    void keepEachOfTheFourApartWhenTheyAddAndDeduct() {
        Costs one = costs("10", "8", "7", "0.5");
        Costs other = costs("1", "0.2", "0.03", "0.004");

        assertThat(one.plus(other)).isEqualTo(costs("11", "8.2", "7.03", "0.504"));
        assertThat(other.minus(one)).isEqualTo(costs("-9", "-7.8", "-6.97", "-0.496"));
        assertThat(one.plus(Costs.ZERO)).isEqualTo(one);
    }
}
