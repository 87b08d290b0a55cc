package dev.tallystone.loadgen;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When a log begins. */
sealed interface LogStart {

    /** Timestamps have four digits of year. */
    Instant EARLIEST = Instant.EPOCH;
    Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    /** At a time of the calendar. */
    record At(Instant time) implements LogStart {

        public At {
            if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
                throw new IllegalArgumentException(
                        "a log starts from %s on and before %s, not at %s".formatted(EARLIEST,
                                LATEST, time));
            }
        }
    }

    /** So long before now. */
    record Ago(Duration duration) implements LogStart {

        private static final Duration LONGEST = Duration.ofDays(3650);

        public Ago {
            if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("a log starts at most 3650d before now, not " + duration);
            }
        }
    }

    /** Whole milliseconds, as records tell them. */
    default Instant seenFrom(Instant now) {
        return switch (this) {
            case At(Instant time) -> time.truncatedTo(ChronoUnit.MILLIS);
            case Ago(Duration duration) -> now.minus(duration).truncatedTo(ChronoUnit.MILLIS);
        };
    }

    /** Reads a time such as {@code 2026-11-01T00:00:00Z}, or a duration such as {@code 24h}. */
    static LogStart parse(String text) {
        Instant time;
        try {
            time = Instant.parse(text);
        } catch (DateTimeException e) {
            return new Ago(ago(text, e));
        }
        return new At(time);
    }

    private static Duration ago(String text, DateTimeException noTime) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            e.addSuppressed(noTime);
            throw new IllegalArgumentException(
                    "'%s' is no start: write 24h for so long ago, or 2026-11-01T00:00:00Z".formatted(text), e);
        }
    }
}
