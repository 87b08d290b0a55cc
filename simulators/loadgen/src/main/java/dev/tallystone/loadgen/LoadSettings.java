package dev.tallystone.loadgen;

import dev.tallystone.workload.Workload;
import java.time.Duration;
import java.util.Map;

/**
 * Where a load goes and how long it lasts.
 *
 * @param kafka
 *            client properties, {@code bootstrap.servers} at least
 * @param topic
 *            which must exist: a producer that meets a topic still being created may lose its sequence
 * @param steps
 *            of the workload, from 0; {@link #FOREVER} for as many as there are
 */
public record LoadSettings(Map<String, String> kafka, String topic, long steps) {

    /** Until it is stopped. */
    public static final long FOREVER = Long.MAX_VALUE;

    public LoadSettings {
        kafka = Map.copyOf(kafka);
        if (steps < 1) {
            throw new IllegalArgumentException("a load has at least one step, not " + steps);
        }
    }

    /** The number of whole steps in {@code duration}, which has at least one. */
    public static long stepsIn(Duration duration) {
        long steps = duration.toMillis() / Workload.STEP.toMillis();
        if (steps < 1) {
            throw new IllegalArgumentException("a load lasts %s at least, not %s".formatted(Workload.STEP, duration));
        }
        return steps;
    }
}
