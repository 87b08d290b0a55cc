package dev.tallystone.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacerTest {

    private final ManualTime time = new ManualTime();
    private final Pacer pacer = new Pacer(time, time);

    @Test
    void sleepsUntilTheTimeHasCome() {
        pacer.await(ManualTime.START.plusMillis(100));
        pacer.await(ManualTime.START.plusMillis(250));

        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(150));
        assertThat(pacer.behind()).isZero();
    }

    @Test
    void sleepsAgainWhenItWakesEarly() {
        var sleeps = new AtomicInteger();
        Sleeper restless = _ -> {
            sleeps.incrementAndGet();
            time.passes(Duration.ofMillis(30));
        };

        new Pacer(time, restless).await(ManualTime.START.plusMillis(100));

        assertThat(sleeps).hasValue(4);
    }

    @Test
    void doesNotSleepWhenItIsLateAndSaysByHowMuch() {
        time.passes(Duration.ofSeconds(3));

        pacer.await(ManualTime.START.plusSeconds(1));

        assertThat(time.sleeps()).isEmpty();
        assertThat(pacer.behind()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void remembersTheWorst() {
        time.passes(Duration.ofSeconds(3));

        pacer.await(ManualTime.START);
        pacer.await(ManualTime.START.plusSeconds(5));

        assertThat(pacer.behind()).isZero();
        assertThat(pacer.behindMost()).isEqualTo(Duration.ofSeconds(3));
    }
}
