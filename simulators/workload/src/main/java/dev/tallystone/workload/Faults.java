package dev.tallystone.workload;

import java.time.Duration;

/**
 * What goes wrong on the way, as shares of the counted records.
 *
 * @param duplicates
 *            are sent again, byte for byte, at once or up to thirty seconds later
 * @param late
 *            carry a time up to {@code latest} before they are due
 * @param latest
 *            how late, at most
 * @param broken
 *            broken records on top, for each counted one
 */
public record Faults(double duplicates, double late, Duration latest, double broken) {

    /** A perfect world. */
    public static final Faults NONE = new Faults(0, 0, Duration.ZERO, 0);

    public Faults {
        requireShare("duplicates", duplicates);
        requireShare("late", late);
        requireShare("broken", broken);
        if (latest.isNegative() || (late > 0 && latest.toMillis() == 0)) {
            throw new IllegalArgumentException(
                    "latest must be at least a millisecond where records are late, not " + latest);
        }
    }

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("%s must be a share from 0 to 1, not %s".formatted(name, share));
        }
    }
}
