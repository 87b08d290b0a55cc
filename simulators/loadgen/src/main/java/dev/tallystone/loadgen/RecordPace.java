package dev.tallystone.loadgen;

import dev.tallystone.collector.TextSpan;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets records pass at the pace at which they happened, or a multiple of it, from the first one on. A record that is
 * older than the first, or tells no time, passes at once.
 */
final class RecordPace {

    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private final Speed speed;
    private final Pacer pacer;
    private @Nullable Instant firstOccurredAt;
    private @Nullable Instant firstPassedAt;

    RecordPace(Speed speed, Pacer pacer) {
        this.speed = speed;
        this.pacer = pacer;
    }

    void await(Optional<TextSpan> timestamp) {
        switch (speed) {
            case Speed.Max() -> {
            }
            case Speed.Times(double factor) -> timestamp.flatMap(RecordPace::instant)
                    .ifPresent(occurredAt -> pacer.await(due(occurredAt, factor)));
        }
    }

    private Instant due(Instant occurredAt, double factor) {
        if (firstOccurredAt == null || firstPassedAt == null) {
            firstOccurredAt = occurredAt;
            firstPassedAt = pacer.now();
        }
        return firstPassedAt.plus(Speed.shrunk(Duration.between(firstOccurredAt, occurredAt), factor));
    }

    /** The time in a record, if it is one that a meter would take; arithmetic with others could overflow. */
    static Optional<Instant> instant(TextSpan timestamp) {
        try {
            return Optional.of(Instant.parse(timestamp.text()))
                    .filter(time -> !time.isBefore(Instant.EPOCH) && time.isBefore(YEAR_10000));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
