package dev.tallystone.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.collector.TextSpan;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordPaceTest {

    private final ManualTime time = new ManualTime();
    private final Pacer pacer = new Pacer(time, time);

    @Test
    void keepsTheDistancesOfTheRecordsDividedByTheFactor() {
        var pace = new RecordPace(new Speed.Times(60), pacer);

        pace.await(at("2020-02-02T10:00:00Z"));
        pace.await(at("2020-02-02T10:01:00Z"));
        pace.await(at("2020-02-02T10:03:00.600Z"));

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(2_010));
    }

    @Test
    void letsOlderRecordsAndThoseWithoutATimePassAtOnce() {
        var pace = new RecordPace(new Speed.Times(1), pacer);

        pace.await(at("yesterday"));
        pace.await(Optional.empty());
        pace.await(at("2020-02-02T10:00:00Z"));
        pace.await(at("2020-02-02T09:00:00Z"));

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void doesNotAskForTheTimeAtFullSpeed() {
        var pace = new RecordPace(new Speed.Max(), pacer);

        pace.await(at("2020-02-02T10:00:00Z"));
        pace.await(at("2030-02-02T10:00:00Z"));

        assertThat(time.sleeps()).isEmpty();
    }

    private static Optional<TextSpan> at(String timestamp) {
        return Optional.of(new TextSpan(0, timestamp.length() + 2, timestamp));
    }
}
