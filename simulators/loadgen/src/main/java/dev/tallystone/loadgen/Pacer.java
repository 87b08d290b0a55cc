package dev.tallystone.loadgen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits for the time at which something is due, and measures how late it is. Open loop: a due time never moves because
 * what came before took long, so a slow broker is seen as lag and not as a lower rate. One thread waits; any may ask.
 */
final class Pacer {

    private final Clock clock;
    private final Sleeper sleeper;
    private volatile Duration behind = Duration.ZERO;
    private volatile Duration behindMost = Duration.ZERO;

    Pacer(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns when {@code due} has come, at once when it has passed. */
    void await(Instant due) {
        Instant now = clock.instant();
        while (now.isBefore(due)) {
            sleeper.sleep(Duration.between(now, due));
            now = clock.instant();
        }
        behind = Duration.between(due, now);
        if (behind.compareTo(behindMost) > 0) {
            behindMost = behind;
        }
    }

    /** How long ago what was awaited last had been due. */
    Duration behind() {
        return behind;
    }

    /** The worst so far. */
    Duration behindMost() {
        return behindMost;
    }
}
