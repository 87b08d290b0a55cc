package dev.tallystone.board.unitcosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.KnownTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** It is noon of the tenth; minutes are kept since noon of the ninth, calls counted since the fifth at six. */
class CoverageTest {

    private static final KnownTime KNOWN = new KnownTime(at("05T06:00"), at("09T12:00"), at("10T12:00"));
    private static final Stretch MONTH = new Stretch(at("01T00:00"), at("10T12:00"));

    private static Instant at(String dayAndTime) {
        return Instant.parse("2026-10-%s:00Z".formatted(dayAndTime));
    }

    private static DenominatorValue value(String from, String until, String value) {
        return new DenominatorValue(new DenominatorKey("tickets", Optional.empty(), Optional.empty()),
                new Stretch(at(from), at(until)), new BigDecimal(value));
    }

    private static Stretch stretch(String from, String until) {
        return new Stretch(at(from), at(until));
    }

    private static Coverage of(Stretch window, DenominatorValue... values) {
        return Coverage.of(List.of(values), window, KNOWN);
    }

    @Test
    void isWholeWhereOneRunIsTheWindow() {
        Coverage coverage = of(stretch("10T08:00", "10T10:00"), value("10T08:00", "10T09:00", "3"),
                value("10T09:00", "10T10:00", "4"));

        assertThat(coverage).isEqualTo(new Coverage(List.of(stretch("10T08:00", "10T10:00")), new BigDecimal("7"),
                true, List.of()));
    }

    @Test
    void isOfTheRunsAloneWhereAnHourIsMissing() {
        Coverage coverage = of(stretch("10T08:00", "10T11:00"), value("10T08:00", "10T09:00", "3"),
                value("10T10:00", "10T11:00", "4"));

        assertThat(coverage.runs()).containsExactly(stretch("10T08:00", "10T09:00"), stretch("10T10:00", "10T11:00"));
        assertThat(coverage.value()).isEqualByComparingTo("7");
        assertThat(coverage.whole()).isFalse();
    }

    @Test
    void cutsNoValueAtAnEdgeOfTheWindow() {
        Coverage coverage = of(stretch("10T08:00", "10T11:00"), value("10T07:30", "10T08:30", "3"),
                value("10T09:00", "10T10:00", "5"), value("10T10:30", "10T11:30", "4"),
                value("10T11:30", "10T11:40", "4"));

        assertThat(coverage.value()).isEqualByComparingTo("5");
        assertThat(coverage.leftOut()).containsExactly("values that reach over an edge of the window: 2");
    }

    @Test
    void takesOfPastDaysOnlyWholeOnes() {
        Coverage coverage = of(MONTH, value("07T00:00", "08T00:00", "10"), value("08T00:00", "08T12:00", "90"));

        assertThat(coverage.runs()).containsExactly(stretch("07T00:00", "08T00:00"));
        assertThat(coverage.value()).isEqualByComparingTo("10");
        assertThat(coverage.leftOut()).containsExactly("values of times whose cost is not known: 1. It is known from "
                + "2026-10-05T06:00:00Z until 2026-10-10T12:00:00Z: by the minute since 2026-10-09T12:00:00Z, before "
                + "that by whole UTC days");
    }

    @Test
    void takesHoursThatFillAPastDay() {
        var hours = new ArrayList<DenominatorValue>();
        for (int hour = 20; hour < 3 * 24; hour++) { // from the sixth, 20:00, to the ninth
            hours.add(new DenominatorValue(new DenominatorKey("tickets", Optional.empty(), Optional.empty()),
                    new Stretch(at("06T00:00").plusSeconds(hour * 3_600L), at("06T01:00").plusSeconds(hour * 3_600L)),
                    BigDecimal.ONE));
        }

        Coverage coverage = Coverage.of(hours, MONTH, KNOWN);

        assertThat(coverage.runs()).containsExactly(stretch("07T00:00", "09T00:00"));
        assertThat(coverage.value()).isEqualByComparingTo("48");
    }

    @Test
    void goesOnFromWholeDaysIntoMinutesOnlyFromAMidnightThatIsKept() {
        assertThat(of(MONTH, value("08T00:00", "09T00:00", "1"), value("09T00:00", "10T00:00", "1"),
                value("10T00:00", "10T09:30", "1")).runs()).containsExactly(stretch("08T00:00", "10T09:30"));
        assertThat(of(MONTH, value("08T00:00", "09T00:00", "1"), value("09T00:00", "09T18:00", "1")).runs())
                .as("the ninth from midnight to noon is not kept by the minute")
                .containsExactly(stretch("08T00:00", "09T00:00"));
        assertThat(of(MONTH, value("09T12:00", "09T18:00", "1")).runs()).containsExactly(stretch("09T12:00",
                "09T18:00"));
        assertThat(of(MONTH, value("09T11:00", "09T18:00", "1")).runs()).isEmpty();
    }

    @Test
    void beginsNoEarlierThanCounting() {
        assertThat(of(MONTH, value("05T00:00", "06T00:00", "1"), value("06T00:00", "07T00:00", "2")).value())
                .isEqualByComparingTo("2");
    }

    @Test
    void endsNoLaterThanCounting() {
        assertThat(of(stretch("10T11:00", "10T12:30"), value("10T11:00", "10T12:00", "1"),
                value("10T12:00", "10T12:30", "2")).value()).isEqualByComparingTo("1");
    }
}
