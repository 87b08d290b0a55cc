package dev.tallystone.monitor;

import static dev.tallystone.monitor.Views.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ViewTest {

    private final View view = Views.plain().of("amazon.nova-micro-v1:0", 1_000);

    @Test
    void tellsHowFarTheBoardLiesBehindTheClock() {
        assertThat(view.delay(NOON.plusMillis(1_500))).contains(Duration.ofMillis(1_500));
    }

    @Test
    void isNotStaleYetWhenExactlyAMinuteOld() {
        assertThat(view.isStale(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void isStaleOnceOlderThanAMinute() {
        assertThat(view.isStale(NOON.plusSeconds(60).plusNanos(1))).isTrue();
    }

    @Test
    void isNotStaleWhenTheClockLiesBehindTheBoard() {
        assertThat(view.isStale(NOON.minusSeconds(3))).isFalse();
    }

    @Test
    void isStaleAndWithoutDelayBeforeThereIsABoard() {
        assertThat(View.STARTING.delay(NOON)).isEmpty();
        assertThat(View.STARTING.isStale(NOON)).isTrue();
    }
}
