package dev.tallystone.demo;

import java.time.Duration;

/** Delays by tenths of a second, up to a minute. One thread. */
final class Delays {

    private static final long STEP_MS = 100;

    private final long[] counts = new long[600];
    private long total;

    void add(Duration delay) {
        counts[Math.clamp(delay.toMillis() / STEP_MS, 0, counts.length - 1)]++;
        total++;
    }

    /** Such as {@code median 0.6 s, 99 % within 1.2 s, all within 1.4 s (1,190 samples)}. */
    String summary() {
        return total == 0
                ? "nothing was seen"
                : "median %.1f s, 99 %% within %.1f s, all within %.1f s (%,d samples)".formatted(within(0.5),
                        within(0.99), within(1), total);
    }

    /** The upper end, in seconds, of the step that completes a share of all. */
    private double within(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        int step = 0;
        while (seen < wanted) {
            seen += counts[step++];
        }
        return step * STEP_MS / 1_000.0;
    }
}
