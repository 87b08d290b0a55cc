package dev.tallystone.loadgen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says when it is time for the next line of progress. */
final class Ticker {

    private final Clock clock;
    private final Duration interval;
    private final Instant start;
    private Instant next;

    Ticker(Clock clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
        this.start = clock.instant();
        this.next = start.plus(interval);
    }

    boolean isTime() {
        Instant now = clock.instant();
        boolean time = !now.isBefore(next);
        next = time ? now.plus(interval) : next;
        return time;
    }

    Duration elapsed() {
        return Duration.between(start, clock.instant());
    }
}
