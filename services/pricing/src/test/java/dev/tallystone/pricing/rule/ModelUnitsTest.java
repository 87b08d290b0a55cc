package dev.tallystone.pricing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A unit costs 24 $/h and serves 1,000 tokens in and 100 out in a minute. */
class ModelUnitsTest {

    private static final Optional<UnitCapacity> UNIT = Optional
            .of(new UnitCapacity("acme.one", 1_000, 100, "contract"));

    private static ModelUnits units(long units, Excess excess) {
        return new ModelUnits(Usd.of("24"), units, UNIT, excess);
    }

    private static CommittedUse use(Quote quote) {
        return quote.use().orElseThrow();
    }

    @Test
    void arePaidByTheStartedHourUsedOrNot() {
        Quote idle = units(2, Excess.SPILL).quote(Minutes.traffic(61));

        assertThat(idle.committed()).as("two units, two started hours").isEqualTo(Usd.of("96"));
        assertThat(idle.overflow()).isEqualTo(Usd.ZERO);
        assertThat(use(idle).utilisation()).isEqualByComparingTo("0");
        assertThat(use(idle).idle()).isEqualTo(Usd.of("96"));
        assertThat(use(idle).breakEvenUtilisation()).isEmpty();
        assertThat(use(idle).headroom()).isEqualByComparingTo("1");
    }

    /** Half of the input, then all of the output, in two of four minutes: (0.5 + 1) / 4. */
    @Test
    void areUsedByTheDimensionThatBinds() {
        Quote quote = units(1, Excess.SPILL).quote(Minutes.traffic(4, Minutes.of(1, 500, 10, "2", "1"),
                Minutes.of(1, 10, 100, "1", "2")));

        assertThat(use(quote).utilisation()).isEqualByComparingTo("0.375");
        assertThat(use(quote).idle()).as("5 of 8 parts of 24 $").isEqualTo(Usd.of("15"));
        assertThat(use(quote).minutesAtRisk()).isZero();
        assertThat(use(quote).headroom()).as("the fullest minute is full").isEqualByComparingTo("0");
        assertThat(use(quote).breakEvenUtilisation().orElseThrow()).as("0.375 x 24 / 6").isEqualByComparingTo("1.5");
    }

    /** The first minute asks four times what two units serve, so three quarters of its 8 $ spill. */
    @Test
    void leaveWhatExceedsThemToOnDemand() {
        Quote quote = units(2, Excess.SPILL).quote(Minutes.traffic(60, Minutes.of(40, 8_000, 10, "6", "2"),
                Minutes.of(5, 2_000, 0, "1", "0")));

        assertThat(quote.committed()).isEqualTo(Usd.of("48"));
        assertThat(quote.overflow()).isEqualTo(Usd.of("6"));
        assertThat(quote.total()).isEqualTo(Usd.of("54"));
        assertThat(use(quote).minutesAtRisk()).as("exactly full is none").isEqualTo(1);
        assertThat(use(quote).throttledRequests()).isZero();
        assertThat(use(quote).utilisation()).as("two of sixty minutes, to six decimals")
                .isEqualByComparingTo("0.033333");
    }

    @Test
    void orRefuseItAndCostNoMore() {
        Quote quote = units(2, Excess.THROTTLE).quote(Minutes.traffic(60, Minutes.of(40, 8_000, 10, "6", "2")));

        assertThat(quote.overflow()).isEqualTo(Usd.ZERO);
        assertThat(quote.total()).isEqualTo(Usd.of("48"));
        assertThat(use(quote).throttledRequests()).isEqualTo(30);
        assertThat(use(quote).minutesAtRisk()).isEqualTo(1);
    }

    /** Two thirds of three requests are two, though two thirds have no last digit. */
    @Test
    void refuseNoRequestMoreThanTheyMust() {
        Quote quote = units(1, Excess.THROTTLE).quote(Minutes.traffic(60, Minutes.of(3, 3_000, 0, "3", "0")));

        assertThat(use(quote).throttledRequests()).isEqualTo(2);
    }

    @Test
    void refuseAWholeRequestForAnyPartOfIt() {
        Quote quote = units(1, Excess.THROTTLE).quote(Minutes.traffic(60, Minutes.of(1, 1_001, 0, "3", "0")));

        assertThat(use(quote).throttledRequests()).isEqualTo(1);
    }

    @Test
    void haveHeadroomByTheBusiestOfNinetyNineInAHundredMinutes() {
        Traffic.Minute burst = Minutes.of(1, 9_000, 0, "1", "0");
        Traffic.Minute small = Minutes.of(1, 250, 0, "1", "0");

        assertThat(use(units(1, Excess.SPILL).quote(Minutes.traffic(100, burst, small))).headroom())
                .as("one burst in a hundred minutes is left out")
                .isEqualByComparingTo("0.75");
        assertThat(use(units(1, Excess.SPILL).quote(Minutes.traffic(99, burst, small))).headroom())
                .as("of 99 it is one too many")
                .isEqualByComparingTo("-8");
    }

    @Test
    void areQuotedByTheHourAloneWhileNobodySaysWhatOneServes() {
        Quote quote = new ModelUnits(Usd.of("24"), 3, Optional.empty(), Excess.SPILL)
                .quote(Minutes.traffic(60, Minutes.of(1, 9_000, 0, "9", "0")));

        assertThat(quote.total()).isEqualTo(Usd.of("72"));
        assertThat(quote.use()).isEmpty();
        assertThat(quote.assumptions()).singleElement().asString().contains("AWS does not publish it", "3 suffice");
    }

    @Test
    void sayWhatTheyRestOn() {
        assertThat(units(1, Excess.SPILL).quote(Minutes.traffic(1)).assumptions())
                .contains("a unit serves 1,000 tokens in and 100 out a minute (contract; AWS does not publish it)",
                        "started hours are billed whole");
    }

    @Test
    void mustBeOneOrMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> units(0, Excess.SPILL)).withMessageContaining("not 0");
    }
}
