package dev.tallystone.tallystone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The system's clock, moved by hand, so that no test waits for a minute to pass. From any thread. */
final class MovedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void moveTo(Duration aheadOfSystem) {
        ahead = aheadOfSystem;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return Clock.systemUTC().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("only UTC, not " + zone);
    }
}
