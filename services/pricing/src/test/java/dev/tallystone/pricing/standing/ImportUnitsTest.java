package dev.tallystone.pricing.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two units at 0.05 a minute cost 0.50 in five minutes and 6 an hour. */
class ImportUnitsTest {

    private static final Instant START = Instant.parse("2026-11-01T10:02:00Z");

    private final ImportUnits two = new ImportUnits(
            Holdings.until("arn", "2026-11-01T10:02:00Z", "2026-11-01T11:04:00Z"), "v1", 2, Usd.of("0.05"));

    @Test
    void costsEveryBegunFiveMinutesWhole() {
        assertThat(two.accrued(START, START.plusMillis(1))).isEqualTo(Costs.atList(Usd.of("0.5")));
        assertThat(two.accrued(START, START.plusSeconds(300))).isEqualTo(Costs.atList(Usd.of("0.5")));
        assertThat(two.accrued(START, START.plusSeconds(301))).isEqualTo(Costs.atList(Usd.of("1")));
        assertThat(two.perHour(START)).isEqualTo(Usd.of("6"));
    }

    @Test
    void costsNothingBehindItsEnd() {
        assertThat(two.accrued(Instant.EPOCH, START.plusSeconds(99_999)).effective())
                .as("62 minutes are 13 begun windows")
                .isEqualTo(Usd.of("6.5"));
        assertThat(two.perHour(Instant.parse("2026-11-01T11:04:00Z"))).isEqualTo(Usd.ZERO);
        assertThat(two.renewal(START)).isEmpty();
    }

    @Test
    void mustBeOfAKnownVersionAndAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportUnits(two.holding(), "v3", 1, Usd.of("1")))
                .withMessage("version must be v1 or v2, not 'v3'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportUnits(two.holding(), "v1", 0, Usd.of("1")))
                .withMessageContaining("1 or more, not 0");
    }
}
