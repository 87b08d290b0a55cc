package dev.tallystone.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final SimulatedDay DAY = SimulatedDay.lasting(Duration.ofMinutes(7));
    private static final DayCurve PEAK_AT_NOON = DayCurve.sloping(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0);

    @Test
    void theDayBeginsAtFour() {
        assertThat(DAY.hourAt(0)).isEqualTo(4);
        assertThat(DAY.hourAt(DAY.steps() - 1)).isEqualTo(3);
        assertThat(DAY.hourAt(8 * DAY.steps() / 24)).isEqualTo(12);
    }

    @Test
    void everyEventIsDueInExactlyOneStep() {
        var schedule = new Schedule(PEAK_AT_NOON, DAY, 123_456.7);

        long last = schedule.firstOf(0);
        for (long k = 1; k < 20 * DAY.steps(); k++) {
            assertThat(schedule.firstOf(k)).isGreaterThanOrEqualTo(last);
            last = schedule.firstOf(k);
        }

        assertThat(last - schedule.firstOf(0)).isCloseTo(20 * 123_456, within(20L));
    }

    @Test
    void aSlopeHoldsAQuarterOfItsTrafficInItsLowerHalf() {
        var schedule = new Schedule(PEAK_AT_NOON, DAY, 80_000);
        long tenth = DAY.steps() * 7 / 24; // 11:00, when the slope begins

        long lowerHalf = schedule.firstOf(tenth + DAY.steps() / 48) - schedule.firstOf(tenth);

        assertThat(lowerHalf).isCloseTo(10_000, within(300L));
    }

    @Test
    void refusesCurvesWithoutTrafficOrWithNegativeWeights() {
        assertThatThrownBy(() -> DayCurve.during(5, 5)).hasMessageContaining("without any traffic");
        assertThatThrownBy(() -> DayCurve.sloping(1, 2)).hasMessageContaining("24 weights");
    }
}
