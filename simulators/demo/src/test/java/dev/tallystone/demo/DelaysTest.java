package dev.tallystone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelaysTest {

    private final Delays delays = new Delays();

    @Test
    void saysWhenThereAreNone() {
        assertThat(delays.summary()).isEqualTo("nothing was seen");
    }

    @Test
    void tellsTheUpperEndOfTheStepThatCompletesAShare() {
        for (int i = 0; i < 98; i++) {
            delays.add(Duration.ofMillis(i < 48 ? 120 : 599));
        }
        delays.add(Duration.ofMillis(700));
        delays.add(Duration.ofMillis(2_050));

        assertThat(delays.summary()).isEqualTo("median 0.6 s, 99 % within 0.8 s, all within 2.1 s (100 samples)");
    }

    @Test
    void saysOnlyThatItWasLongerThanAMinute() {
        delays.add(Duration.ofMinutes(1));
        delays.add(Duration.ofHours(1));

        assertThat(delays.summary()).isEqualTo(
                "median over 60 s, slowest 1 % over 60 s, longest over 60 s (2 samples)");
    }

    @Test
    void knowsTheLastStepBelowAMinute() {
        delays.add(Duration.ofMillis(59_999));
        delays.add(Duration.ofMillis(59_999));
        delays.add(Duration.ofMinutes(1));

        assertThat(delays.summary()).isEqualTo(
                "median 60.0 s, slowest 1 % over 60 s, longest over 60 s (3 samples)");
    }
}
