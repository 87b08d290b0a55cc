package dev.tallystone.loadgen;

import java.time.Duration;

/** How fast a log is replayed. */
sealed interface Speed {

    /** However small the factor is, and in either direction: a time beyond this could not be told. */
    Duration LONGEST_WAIT = Duration.ofDays(100_000);

    /** As fast as Kafka takes it. */
    record Max() implements Speed {}

    /** At a multiple of the pace of its own times. */
    record Times(double factor) implements Speed {

        public Times {
            if (!(factor > 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("a speed is more than 0, not " + factor);
            }
        }
    }

    /** So long a time takes at {@code factor} times the pace, in whole milliseconds. */
    static Duration shrunk(Duration duration, double factor) {
        double millis = duration.toMillis() / factor;
        return Duration.ofMillis(Math.clamp((long) millis, -LONGEST_WAIT.toMillis(), LONGEST_WAIT.toMillis()));
    }

    /** Reads {@code max} or a factor. */
    static Speed parse(String text) {
        if (text.equals("max")) {
            return new Max();
        }
        try {
            return new Times(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' is no speed: write max, 1 for the records' own pace, or another factor such as 60".formatted(
                            text),
                    e);
        }
    }
}
