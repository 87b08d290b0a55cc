package dev.tallystone.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    @ParameterizedTest
    @CsvSource({"24h, PT24H", "90m, PT90M", "1m, PT1M", "999999h, PT999999H", "PT24H, PT24H", "pt24h, PT24H",
            "P1D, PT24H", "PT0.5S, PT0.5S"})
    void readsHoursMinutesAndIsoDurations(String text, Duration wait) {
        assertThat(Deadline.parse(text)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "24", "h", "24H", " 24h", "24 h", "1.5h", "-24h", "0h", "0m", "PT0S", "PT-1H",
            "-PT1H", "1000000h", "99999999999999999999h", "\u0662\u0664h", "~other", "PT99999999999999999999H",
            "2026-10-01T12:00:00Z"})
    void takesEverythingElseForAbsent(String text) {
        assertThat(Deadline.parse(text)).isEmpty();
    }
}
