package dev.tallystone.pricing.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** 1.95 a month. */
class ModelStorageTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Usd PRICE = Usd.of("1.95");

    private final ModelStorage kept = new ModelStorage(Holdings.running("arn", "2026-01-15T10:20:00Z"), PRICE);

    @Test
    void costsItsPriceInAMonthOfAnyLength() {
        assertThat(kept.accrued(NOVEMBER, DECEMBER)).isEqualTo(Costs.atList(PRICE));
        assertThat(kept.accrued(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")))
                .isEqualTo(Costs.atList(PRICE));
        assertThat(kept.accrued(NOVEMBER, Instant.parse("2027-11-01T00:00:00Z")).effective())
                .isEqualTo(Usd.of("23.4"));
    }

    @Test
    void costsHalfAMonthForHalfOfIt() {
        assertThat(kept.accrued(NOVEMBER, Instant.parse("2026-11-16T00:00:00Z")).effective())
                .isEqualTo(Usd.of("0.975"));
    }

    /** An hour is 1 / 720 of November: parts of 0.00138888888888888889, and now and then one less, of 1.95. */
    @Test
    void givesEachBegunHourOfTheClockItsPart() {
        assertThat(kept.accrued(NOVEMBER, NOVEMBER.plusMillis(1)).effective())
                .isEqualTo(Usd.of("0.0027083333333333333355"));
        assertThat(kept.accrued(NOVEMBER.plusMillis(1), NOVEMBER.plusSeconds(3_600))).isEqualTo(Costs.ZERO);
        assertThat(kept.accrued(NOVEMBER.plusSeconds(14_400), NOVEMBER.plusSeconds(18_000)).billed())
                .as("from 0.00555555555555555556 to 0.00694444444444444444")
                .isEqualTo(Usd.of("0.002708333333333333316"));
        assertThat(kept.perHour(NOVEMBER.plusSeconds(15_000))).isEqualTo(Usd.of("0.002708333333333333316"));
    }

    @Test
    void countsTheHoursInWhichItBeginsAndEnds() {
        var twoHours = new ModelStorage(Holdings.until("arn", "2026-11-01T00:40:00Z", "2026-11-01T01:20:00Z"), PRICE);

        assertThat(twoHours.accrued(Instant.EPOCH, DECEMBER).effective()).isEqualTo(Usd.of("0.005416666666666666671"));
        assertThat(twoHours.perHour(Instant.parse("2026-11-01T01:20:00Z"))).isEqualTo(Usd.ZERO);
        assertThat(twoHours.perHour(Instant.parse("2026-11-01T00:39:59Z"))).isEqualTo(Usd.ZERO);
    }
}
