package dev.tallystone.pricing.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    private static final Instant START = Instant.parse("2026-11-01T10:15:00Z");
    private static final Instant END = Instant.parse("2026-11-01T13:00:00Z");

    private final Commitment twoUnits = owned(Optional.of(END));

    private static Commitment owned(Optional<Instant> end) {
        return new Commitment("fraud", "123456789012", "us-west-2",
                "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/abc", 2, PricingOption.PROVISIONED_1MO,
                Usd.of("21.18"), START, end);
    }

    private Usd untilAfterStart(Duration time) {
        return twoUnits.accrued(START, START.plus(time)).effective();
    }

    @Test
    void countsEveryStartedHourWhole() {
        assertThat(twoUnits.perHour()).isEqualTo(Usd.of("42.36"));
        assertThat(untilAfterStart(Duration.ZERO)).isEqualTo(Usd.ZERO);
        assertThat(untilAfterStart(Duration.ofMillis(1))).isEqualTo(Usd.of("42.36"));
        assertThat(untilAfterStart(Duration.ofHours(1))).isEqualTo(Usd.of("42.36"));
        assertThat(untilAfterStart(Duration.ofMinutes(61))).isEqualTo(Usd.of("84.72"));
    }

    @Test
    void accruesAnHourWhereThatBegins() {
        Instant noon = Instant.parse("2026-11-01T12:00:00Z");

        assertThat(twoUnits.hoursBegunIn(noon, noon.plusSeconds(3_600)))
                .containsExactly(Instant.parse("2026-11-01T12:15:00Z"));
        assertThat(twoUnits.hoursBegunIn(END, END.plusSeconds(86_400))).isEmpty();
        assertThat(twoUnits.accruals(noon, noon.plusSeconds(3_600))).singleElement()
                .satisfies(accrual -> assertThat(accrual.quantity()).isEqualByComparingTo("2"));
    }

    @Test
    void costsNothingBeforeItsStartAndAfterItsEnd() {
        assertThat(twoUnits.accrued(START.minus(Duration.ofDays(9)), START)).isEqualTo(Costs.ZERO);
        assertThat(twoUnits.accrued(END, END.plus(Duration.ofDays(9)))).isEqualTo(Costs.ZERO);
        assertThat(twoUnits.accrued(START.minus(Duration.ofDays(9)), END.plus(Duration.ofDays(9))).billed())
                .as("10:15 to 13:00 is three started hours")
                .isEqualTo(Usd.of("127.08"));
    }

    @Test
    void costsNothingBetweenTimesInTheWrongOrder() {
        assertThat(twoUnits.accrued(END, START)).isEqualTo(Costs.ZERO);
    }

    @Test
    void runsOnWithoutAnEnd() {
        assertThat(owned(Optional.empty()).accrued(START, START.plus(Duration.ofDays(30))).list())
                .isEqualTo(Usd.of("30499.2")); // 720 h of 42.36
    }

    @Test
    void isOwnedFromItsStartToJustBeforeItsEnd() {
        assertThat(twoUnits.isActive(START.minusMillis(1))).isFalse();
        assertThat(twoUnits.isActive(START)).isTrue();
        assertThat(twoUnits.isActive(END.minusMillis(1))).isTrue();
        assertThat(twoUnits.isActive(END)).isFalse();
        assertThat(owned(Optional.empty()).isActive(END)).isTrue();
    }

    @Test
    void accruesTheSameHoweverATimeIsSplit() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Instant from = START.plusSeconds(random.nextLong(-20_000, 20_000));
            Instant split = from.plusMillis(random.nextLong(20_000_000));
            Instant to = split.plusMillis(random.nextLong(20_000_000));

            Costs parts = twoUnits.accrued(from, split).plus(twoUnits.accrued(split, to));

            assertThat(parts).as("seed %d, replay with -Dseed", seed).isEqualTo(twoUnits.accrued(from, to));
        }
    }

    @Test
    void mustOwnUnitsUnderAProvisionedTerm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commitment("fraud", "1", "us-west-2", "arn", 0, PricingOption.PROVISIONED_1MO,
                        Usd.of("1"), START, Optional.empty()))
                .withMessageContaining("fraud");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commitment("fraud", "1", "us-west-2", "arn", 1, PricingOption.BATCH,
                        Usd.of("1"), START, Optional.empty()))
                .withMessageContaining("batch");
    }

    @Test
    void renewsByItselfUnlessSaidOtherwise() {
        Instant later = START.plus(Duration.ofDays(1));
        var once = new Commitment(owned(Optional.empty()).holding(), 2, PricingOption.PROVISIONED_1MO, Usd.of("1"),
                false, Optional.empty());

        assertThat(owned(Optional.empty()).renewal(later))
                .contains(new Renewal(Instant.parse("2026-12-01T10:15:00Z"), true));
        assertThat(once.renewal(later)).contains(new Renewal(Instant.parse("2026-12-01T10:15:00Z"), false));
        assertThat(once.end()).contains(Instant.parse("2026-12-01T10:15:00Z"));
        assertThat(twoUnits.renewal(START)).as("it ends within its first term").isEmpty();
    }

    @Test
    void hasNothingToRenewWithoutATerm() {
        assertThat(new Commitment("fraud", "1", "us-west-2", "arn", 1, PricingOption.PROVISIONED_NONE, Usd.of("1"),
                START, Optional.empty()).renewal(START)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commitment(twoUnits.holding(), 1, PricingOption.PROVISIONED_NONE, Usd.of("1"),
                        true, Optional.empty()))
                .withMessageContaining("renews must be left out or false under provisioned_none");
    }
}
