package dev.tallystone.metering;

import static dev.tallystone.invocation.RejectionReason.FUTURE;
import static dev.tallystone.invocation.RejectionReason.TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptanceRuleTest {

    private static final Instant APPENDED = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void acceptsAnEventOfTheMomentItArrives() {
        assertThat(judge(Duration.ZERO)).isNull();
    }

    @Test
    void acceptsAnEventFourMinutesAheadOfItsArrival() {
        assertThat(judge(Duration.ofMinutes(4))).isNull();
    }

    @Test
    void acceptsAnEventExactlyFiveMinutesAhead() {
        assertThat(judge(Duration.ofMinutes(5))).isNull();
    }

    @Test
    void refusesAnEventMoreThanFiveMinutesAhead() {
        assertThat(judge(Duration.ofMinutes(5).plusMillis(1))).isEqualTo(FUTURE);
        assertThat(judge(Duration.ofMinutes(6))).isEqualTo(FUTURE);
    }

    @Test
    void acceptsAnEventOfLastYear() {
        assertThat(judge(Duration.ofDays(-365))).isNull();
        assertThat(judge(Duration.ofDays(-400))).isNull();
    }

    @Test
    void refusesAnEventOlderThan400Days() {
        assertThat(judge(Duration.ofDays(-400).minusMillis(1))).isEqualTo(TOO_OLD);
    }

    private static @Nullable RejectionReason judge(Duration afterItsArrival) {
        return AcceptanceRule.judge(APPENDED.plus(afterItsArrival).toEpochMilli(), APPENDED.toEpochMilli());
    }
}
