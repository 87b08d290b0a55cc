package dev.tallystone.demo;

import java.time.Duration;

/** Delays by tenths of a second, up to a minute; what took longer is known only as that. One thread. */
final class Delays {

    private static final long STEP_MS = 100;

    private static final int STEPS = 600;

    /** The last one counts what exceeds all steps. */
    private final long[] counts = new long[STEPS + 1];
    private long total;

    void add(Duration delay) {
        counts[Math.clamp(delay.toMillis() / STEP_MS, 0, counts.length - 1)]++;
        total++;
    }

    /**
     * Such as {@code median 0.6 s, 99 % within 1.2 s, all within 1.4 s (1,190 samples)}, or, where steps end,
     * {@code median 0.6 s, slowest 1 % over 60 s, longest over 60 s (1,190 samples)}.
     */
    String summary() {
        return total == 0
                ? "nothing was seen"
                : "%s, %s, %s (%,d samples)".formatted(upTo("median ", 0.5, "median"),
                        upTo("99 % within ", 0.99, "slowest 1 %"), upTo("all within ", 1, "longest"), total);
    }

    private String upTo(String said, double share, String saidBeyond) {
        int step = step(share);
        return step > STEPS ? saidBeyond + " over 60 s" : "%s%.1f s".formatted(said, step * STEP_MS / 1_000.0);
    }

    /** The number of steps that it takes to complete a share of all. */
    private int step(double share) {
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        int step = 0;
        while (seen < wanted) {
            seen += counts[step++];
        }
        return step;
    }
}
