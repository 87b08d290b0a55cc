package dev.tallystone.pricing.allocation;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * One hour of owned units or of a Reserved block, as it is billed.
 *
 * @param commitment
 *            its id
 * @param start
 *            its first moment; hours of a commitment begin when it does
 * @param costs
 *            of all units together, none of them negative
 */
public record OwnedHour(String commitment, Instant start, long units, Costs costs) {

    /** So many minutes, each of which weighs as much as any other. */
    public static final int MINUTES = 60;

    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    public OwnedHour {
        if (units < 1) {
            throw new IllegalArgumentException(
                    "an hour of %s must be of one unit at least, not %d".formatted(commitment,
                            units));
        }
        if (Stream.of(costs.list(), costs.contracted(), costs.effective(), costs.billed())
                .anyMatch(usd -> usd.compareTo(Usd.ZERO) < 0)) {
            throw new IllegalArgumentException("an hour of %s cannot cost less than nothing: %s".formatted(commitment,
                    costs));
        }
    }

    /** Its first minute, in minutes since 1970; where it begins within one, that one. */
    public long firstMinute() {
        return Math.floorDiv(start.toEpochMilli(), MINUTE_MS);
    }

    /** Behind its last minute. */
    public long endMinute() {
        return firstMinute() + MINUTES;
    }
}
