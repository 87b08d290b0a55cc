package dev.tallystone.metering;

import dev.tallystone.invocation.RejectionReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event's own time can be believed, judged by the time at which Kafka appended its record: never by a wall
 * clock, so that a replay decides alike.
 */
public final class AcceptanceRule {

    /** An event may run this far ahead of its arrival. */
    public static final Duration MAX_AHEAD = Duration.ofMinutes(5);
    /** An event may lie this far back. */
    public static final Duration MAX_AGE = Duration.ofDays(400);

    private static final long MAX_AHEAD_MS = MAX_AHEAD.toMillis();
    private static final long MAX_AGE_MS = MAX_AGE.toMillis();

    private AcceptanceRule() {}

    /** {@code FUTURE}, {@code TOO_OLD} or null. */
    public static @Nullable RejectionReason judge(long occurredAtMs, long appendedAtMs) {
        if (occurredAtMs > appendedAtMs + MAX_AHEAD_MS) {
            return RejectionReason.FUTURE;
        }
        return occurredAtMs < appendedAtMs - MAX_AGE_MS ? RejectionReason.TOO_OLD : null;
    }
}
