package dev.tallystone.pricing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PerUseTest {

    @Test
    void costsWhatTheMinutesCostAndCommitsNothing() {
        Traffic traffic = Minutes.traffic(90, Minutes.of(1, 10, 0, "1.25", "0.5"),
                Minutes.cached(Minutes.of(1, 10, 5, "2", "3"), 7, "0.25"));

        assertThat(new PerUse().quote(traffic)).isEqualTo(
                new Quote(Usd.ZERO, Usd.of("7"), Optional.empty(), List.of()));
    }

    @Test
    void costsNothingWithoutTraffic() {
        assertThat(new PerUse().quote(Minutes.traffic(60)).total()).isEqualTo(Usd.ZERO);
    }

    @Test
    void countsStartedHoursOfTheTraffic() {
        assertThat(Minutes.traffic(1).hours()).isEqualTo(1);
        assertThat(Minutes.traffic(60).hours()).isEqualTo(1);
        assertThat(Minutes.traffic(61).hours()).isEqualTo(2);
    }

    @Test
    void refusesMoreBusyMinutesThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Minutes.traffic(1, Minutes.of(1, 1, 1, "1", "1"), Minutes.of(1, 1, 1, "1", "1")))
                .withMessageContaining("2 busy minutes")
                .withMessageContaining("into 1");
    }
}
