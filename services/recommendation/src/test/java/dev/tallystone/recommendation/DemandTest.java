package dev.tallystone.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.Usd;
import org.junit.jupiter.api.Test;

class DemandTest {

    private final Demand demand = new DemandOf().minutes(2, 10, 1, "0.50")
            .idle(3)
            .minutes(1, 10, 1, "0.25")
            .of("acme.one", "us-west-2");

    @Test
    void countsMinutesWithoutTrafficAsFullOnes() {
        assertThat(demand.fullMinutes()).isEqualTo(6);
        assertThat(demand.missingMinutes()).isEqualTo(1_434);
        assertThat(demand.onDemand()).isEqualTo(Usd.of("1.25"));
    }

    @Test
    void laysOutEveryMinuteInOrder() {
        assertThat(demand.everyMinute()).extracting(MinuteDemand::onDemand)
                .containsExactly(Usd.of("0.5"), Usd.of("0.5"), Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.of("0.25"));
    }

    @Test
    void comesToAnHour() {
        assertThat(Rate.perHour(Usd.of("1.25"), 6)).isEqualTo(Usd.of("12.5"));
        assertThat(Rate.perHour(Usd.of("1.25"), 0)).isEqualTo(Usd.ZERO);
    }
}
