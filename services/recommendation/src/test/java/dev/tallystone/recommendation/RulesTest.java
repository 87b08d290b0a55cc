package dev.tallystone.recommendation;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void refusesARatioThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rules(new BigDecimal("1.01"), BigDecimal.ONE, Duration.ZERO, DAY))
                .withMessage("advice.min_saving_ratio must lie between 0 and 1, not 1.01");
    }

    @Test
    void refusesNegativeThresholds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rules(BigDecimal.ONE, new BigDecimal("-1"), Duration.ZERO, DAY))
                .withMessageContaining("advice.min_saving_usd_per_hour");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rules(BigDecimal.ONE, BigDecimal.ONE, Duration.ofMinutes(-1), DAY))
                .withMessageContaining("advice.hold");
    }
}
