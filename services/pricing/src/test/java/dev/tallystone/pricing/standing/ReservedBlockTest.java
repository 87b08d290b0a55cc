package dev.tallystone.pricing.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.ReservedTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 100 steps of input at 0.066 and 10 of output at 0.33 cost 9.90 an hour; November has 720 hours, December 744. */
class ReservedBlockTest {

    private static final String MODEL = "anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final ReservedTokens TOKENS = new ReservedTokens(Usd.of("0.066"), Usd.of("0.33"), 100_000, 10_000);
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant JANUARY = Instant.parse("2027-01-01T00:00:00Z");

    private final ReservedBlock monthly = new ReservedBlock(Holdings.running(MODEL, "2026-11-01T00:00:00Z"),
            PricingOption.RESERVED_1MO, TOKENS, true);

    private static ReservedBlock until(PricingOption term, boolean renews, String end) {
        return new ReservedBlock(Holdings.until(MODEL, "2026-11-01T00:00:00Z", end), term, TOKENS, renews);
    }

    @Test
    void isBilledForAWholeMonthWhenItBeginsAndServesItByTheHour() {
        Costs firstHour = monthly.accrued(NOVEMBER, NOVEMBER.plusSeconds(3_600));

        assertThat(firstHour.billed()).isEqualTo(Usd.of("7128")); // 720 h of 9.90
        assertThat(firstHour.effective()).isEqualTo(Usd.of("9.9"));
        assertThat(firstHour.contracted()).isEqualTo(Usd.of("9.9"));
        assertThat(monthly.accrued(NOVEMBER.plusSeconds(3_600), DECEMBER))
                .isEqualTo(new Costs(Usd.of("7118.1"), Usd.of("7118.1"), Usd.of("7118.1"), Usd.ZERO));
    }

    @Test
    void isBilledByThePaidMonthAlsoUnderAQuarter() {
        var quarter = until(PricingOption.RESERVED_3MO, true, "2027-02-01T00:00:00Z");

        assertThat(quarter.accrued(DECEMBER, DECEMBER.plusSeconds(1)).billed()).isEqualTo(Usd.of("7365.6")); // 744 h
        assertThat(quarter.accrued(NOVEMBER, Instant.parse("2030-01-01T00:00:00Z")).billed())
                .isEqualTo(Usd.of("21859.2")) // 2,208 h
                .isEqualTo(quarter.effectiveBefore(Instant.parse("2030-01-01T00:00:00Z")));
    }

    @Test
    void hasBilledWhatItServedAtTheEndOfEachPaidMonth() {
        assertThat(monthly.billedBefore(JANUARY)).isEqualTo(monthly.effectiveBefore(JANUARY))
                .isEqualTo(Usd.of("14493.6")); // 1,464 h
    }

    @Test
    void saysWhichMonthIsBilledWhenItBegins() {
        assertThat(monthly.billedIn(NOVEMBER, NOVEMBER.plusSeconds(1))).containsExactly(
                new ReservedBlock.PaidMonth(NOVEMBER, DECEMBER));
        assertThat(monthly.billedIn(NOVEMBER.plusSeconds(1), DECEMBER)).isEmpty();
        assertThat(monthly.billedIn(NOVEMBER, JANUARY)).hasSize(2);
    }

    @Test
    void accruesInputAndOutputByTheThousandTokensAMinute() {
        assertThat(monthly.accruals(NOVEMBER, NOVEMBER.plusSeconds(3_601))).extracting(Accrual::quantity)
                .containsExactly(BigDecimal.valueOf(200), BigDecimal.valueOf(20)); // two begun hours
    }

    @Test
    void renewsByItselfUntilItsEnd() {
        Instant inNovember = NOVEMBER.plusSeconds(1);

        assertThat(monthly.renewal(inNovember)).contains(new Renewal(DECEMBER, true));
        var ended = until(PricingOption.RESERVED_1MO, true, "2027-01-01T00:00:00Z");
        assertThat(ended.renewal(inNovember)).contains(new Renewal(DECEMBER, true));
        assertThat(ended.renewal(DECEMBER)).as("it ends for good then").isEmpty();
        assertThat(ended.accrued(JANUARY, JANUARY.plusSeconds(9_999))).isEqualTo(Costs.ZERO);
    }

    @Test
    void endsWithItsFirstTermWhereItDoesNotRenew() {
        var once = new ReservedBlock(Holdings.running(MODEL, "2026-11-01T00:00:00Z"), PricingOption.RESERVED_1MO,
                TOKENS, false);

        assertThat(once.end()).contains(DECEMBER);
        assertThat(once.renewal(NOVEMBER)).contains(new Renewal(DECEMBER, false));
        assertThat(once.renewal(DECEMBER)).isEmpty();
        assertThat(once.perHour(DECEMBER.minusMillis(1))).isEqualTo(Usd.of("9.9"));
        assertThat(once.perHour(DECEMBER)).isEqualTo(Usd.ZERO);
    }

    @Test
    void refusesWhatAwsDoesNotSell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> until(PricingOption.RESERVED_3MO, true, "2026-12-01T00:00:00Z"))
                .withMessage("end must be where a term ends, since it is paid to there: 2027-02-01T00:00:00Z, not "
                        + "2026-12-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> until(PricingOption.RESERVED_1MO, true, "2026-12-15T00:00:00Z"))
                .withMessageContaining("2026-12-01T00:00:00Z or 2027-01-01T00:00:00Z, not 2026-12-15T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> until(PricingOption.RESERVED_1MO, false, "2027-01-01T00:00:00Z"))
                .withMessageContaining("must end by 2026-12-01T00:00:00Z, not 2027-01-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> until(PricingOption.PROVISIONED_1MO, true, "2026-12-01T00:00:00Z"))
                .withMessageContaining("reserved_1mo or reserved_3mo, not provisioned_1mo");
    }

    @Test
    void takesEachPriceFromTheListThatHasIt() {
        ReservedBlock atList = monthly.atList((_, _, measure) -> measure.equals("reserved_input")
                ? Optional.of(Usd.of("0.1"))
                : Optional.empty());

        assertThat(atList.perHour(NOVEMBER)).isEqualTo(Usd.of("13.3")); // 100 of 0.1 and 10 of 0.33
    }
}
