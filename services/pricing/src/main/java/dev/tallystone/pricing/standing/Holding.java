package dev.tallystone.pricing.standing;

import java.time.Instant;
import java.util.Optional;

/**
 * What every standing charge says of itself.
 *
 * @param id
 *            for people; no two are the same
 * @param model
 *            id or ARN
 * @param owner
 *            the team that it is for; empty while it is nobody's
 * @param end
 *            first moment at which it costs nothing any more; absent while it runs on
 * @param source
 *            the paper that its price stands on, for people; may be empty
 */
public record Holding(String id, String account, String region, String model, String owner, Instant start,
        Optional<Instant> end, String source) {

    public Holding {
        if (end.isPresent() && !start.isBefore(end.get())) {
            throw new IllegalArgumentException("%s must begin (%s) before it ends (%s)".formatted(id, start,
                    end.get()));
        }
    }

    boolean isActive(Instant at) {
        return !at.isBefore(start) && end.map(at::isBefore).orElse(true);
    }

    /** The moment, or the end if that is earlier. */
    public Instant untilEnd(Instant at) {
        return end.filter(ended -> ended.isBefore(at)).orElse(at);
    }

    /** How many stretches of so many milliseconds, the first from the start, have begun before a moment. */
    long startedBefore(Instant at, long stretchMs) {
        long heldMs = untilEnd(at).toEpochMilli() - start.toEpochMilli();
        return heldMs <= 0 ? 0 : Math.ceilDiv(heldMs, stretchMs);
    }

    Holding endingAt(Instant other) {
        return new Holding(id, account, region, model, owner, start, Optional.of(other), source);
    }
}
