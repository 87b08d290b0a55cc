package dev.tallystone.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {

    @Test
    void showsShareAndSpeedAndTheTimeThatIsLeft() {
        var progress = new ReplayProgress(3 << 20, 12 << 20, 50_000, Duration.ofSeconds(20));

        assertThat(progress.line()).isEqualTo("25 %  3.0 of 12.0 MiB  50,000 records  2,500.0/s  ETA 01:00");
        assertThat(progress.bar()).isEqualTo("[######------------------] " + progress.line());
    }

    @Test
    void knowsNoTimeThatIsLeftBeforeItHasBegun() {
        assertThat(new ReplayProgress(0, 1, 0, Duration.ofMillis(1)).line()).endsWith("ETA ?");
    }

    @Test
    void isDoneWithNothingAtOnce() {
        assertThat(new ReplayProgress(0, 0, 0, Duration.ZERO).bar()).startsWith("[########################] 100 %");
    }

    @Test
    void endsAtAHundredThoughAFileHasGrown() {
        assertThat(new ReplayProgress(13, 12, 1, Duration.ofHours(2)).line()).startsWith("100 %").endsWith("ETA 00:00");
    }
}
