package dev.tallystone.pricing.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.PricingOption;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TermCalendarTest {

    private final TermCalendar monthsFromTheLastDay = new TermCalendar(Instant.parse("2027-01-31T10:15:00Z"), 1);

    @Test
    void endsOnTheLastDayOfAShorterMonthAndThenOnThe31stAgain() {
        assertThat(monthsFromTheLastDay.after(1)).isEqualTo("2027-02-28T10:15:00Z");
        assertThat(monthsFromTheLastDay.after(2)).isEqualTo("2027-03-31T10:15:00Z");
    }

    @Test
    void hasBegunATermJustBehindTheEndOfTheLast() {
        assertThat(monthsFromTheLastDay.startedBefore(Instant.parse("2027-01-31T10:15:00Z"))).isZero();
        assertThat(monthsFromTheLastDay.startedBefore(Instant.parse("2027-01-31T10:15:00.001Z"))).isEqualTo(1);
        assertThat(monthsFromTheLastDay.startedBefore(Instant.parse("2027-02-28T10:15:00Z"))).isEqualTo(1);
        assertThat(monthsFromTheLastDay.startedBefore(Instant.parse("2027-02-28T10:15:00.001Z"))).isEqualTo(2);
        assertThat(monthsFromTheLastDay.startedBefore(Instant.parse("2027-03-31T10:15:00Z"))).isEqualTo(2);
    }

    @Test
    void renewsAfterTheMomentAndNotAtIt() {
        assertThat(monthsFromTheLastDay.nextEnd(Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo("2027-02-28T10:15:00Z");
        assertThat(monthsFromTheLastDay.nextEnd(Instant.parse("2027-02-28T10:14:59Z")))
                .isEqualTo("2027-02-28T10:15:00Z");
        assertThat(monthsFromTheLastDay.nextEnd(Instant.parse("2027-02-28T10:15:00Z")))
                .isEqualTo("2027-03-31T10:15:00Z");
    }

    @Test
    void countsSixMonthsForATermOfSixAndNothingWhereNothingBinds() {
        Instant start = Instant.parse("2026-11-01T00:00:00Z");

        assertThat(TermCalendar.of(start, PricingOption.PROVISIONED_6MO).map(terms -> terms.after(1)))
                .contains(Instant.parse("2027-05-01T00:00:00Z"));
        assertThat(TermCalendar.of(start, PricingOption.RESERVED_3MO).map(terms -> terms.after(2)))
                .contains(Instant.parse("2027-05-01T00:00:00Z"));
        assertThat(TermCalendar.of(start, PricingOption.PROVISIONED_NONE)).isEqualTo(Optional.empty());
    }
}
