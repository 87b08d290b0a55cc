package dev.tallystone.board.unitcosts;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A time with its begin and without its end. */
public record Stretch(Instant from, Instant until) {

    public Stretch {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("from (%s) must be before until (%s)".formatted(from, until));
        }
    }

    Duration length() {
        return Duration.between(from, until);
    }

    boolean isOfHours() {
        return from.truncatedTo(ChronoUnit.HOURS).equals(from) && until.truncatedTo(ChronoUnit.HOURS).equals(until);
    }

    boolean holds(Stretch other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    boolean meets(Stretch other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    @Override
    public String toString() {
        return from + " to " + until;
    }
}
