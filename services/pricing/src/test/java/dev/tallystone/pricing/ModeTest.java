package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.metering.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeTest {

    @ParameterizedTest
    @CsvSource({"'', ON_DEMAND", "default, ON_DEMAND", "standard, ON_DEMAND", "flex, FLEX", "priority, PRIORITY",
            "ultrafast, ULTRAFAST", "reserved, RESERVED", "batch, BATCH"})
    void followsTheTierAsStated(String tier, Mode mode) {
        assertThat(Mode.of(Calls.of("acme.one").tier(tier).cell(), false)).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"optimized, LATENCY_OPTIMIZED", "standard, ON_DEMAND", "'', ON_DEMAND"})
    void followsTheLatencyModeWhenNoTierIsStated(String performance, Mode mode) {
        assertThat(Mode.of(Calls.of("acme.one").performance(performance).cell(), false)).isEqualTo(mode);
    }

    @Test
    void isBatchWhenTheRecordIsABatchJobsOutput() {
        assertThat(Mode.of(Calls.of("acme.one").source(Source.BATCH_OUTPUT).cell(), false)).isEqualTo(Mode.BATCH);
    }

    @Test
    void isProvisionedOnAnOwnedModelWhateverElseIsStated() {
        assertThat(Mode.of(Calls.of("acme.one").tier("flex").source(Source.BATCH_OUTPUT).cell(), true))
                .isEqualTo(Mode.PROVISIONED);
    }

    @Test
    void chargesTokensByItsOwnOptionOrNotByTokensAtAll() {
        assertThat(Mode.FLEX.tokenPrices()).contains(PricingOption.FLEX);
        assertThat(Mode.LATENCY_OPTIMIZED.tokenPrices()).contains(PricingOption.LATENCY_OPTIMIZED);
        assertThat(Mode.PROVISIONED.tokenPrices()).isEmpty();
        assertThat(Mode.RESERVED.tokenPrices()).isEmpty();
        assertThat(Mode.ULTRAFAST.tokenPrices()).isEmpty();
    }
}
