package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PricingOptionTest {

    @Test
    void isFoundByItsLabel() {
        assertThat(PricingOption.ofLabel("provisioned_1mo")).isEqualTo(PricingOption.PROVISIONED_1MO);
        assertThat(PricingOption.ALL).allSatisfy(
                option -> assertThat(PricingOption.ofLabel(option.label())).isEqualTo(option));
    }

    @Test
    void refusesALabelThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> PricingOption.ofLabel("spot"))
                .withMessageContaining("'spot'")
                .withMessageContaining("on_demand, batch, flex");
    }

    @Test
    void isPaidByTheHourOnlyWhenProvisioned() {
        assertThat(PricingOption.ALL.stream().filter(PricingOption::isProvisioned)).containsExactly(
                PricingOption.PROVISIONED_NONE, PricingOption.PROVISIONED_1MO, PricingOption.PROVISIONED_6MO);
    }
}
