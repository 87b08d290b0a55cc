package dev.tallystone.loadgen;

import java.time.Duration;

/**
 * How far a replay has come.
 *
 * @param bytesDone
 *            of the files as they lie there, so that compression does not matter
 */
record ReplayProgress(long bytesDone, long bytesTotal, long records, Duration elapsed) {

    private static final int BAR_WIDTH = 24;

    /** For a terminal. */
    String bar() {
        int filled = (int) (BAR_WIDTH * share());
        return "[%s%s] %s".formatted("#".repeat(filled), "-".repeat(BAR_WIDTH - filled), line());
    }

    /** For a log. */
    String line() {
        return "%d %%  %s of %s MiB  %s records  %s  ETA %s".formatted((int) (100 * share()),
                Figures.mebibytes(bytesDone), Figures.mebibytes(bytesTotal), Figures.count(records),
                Figures.perSecond(records, elapsed), eta());
    }

    private double share() {
        return bytesTotal == 0 ? 1 : Math.clamp((double) bytesDone / bytesTotal, 0, 1);
    }

    private String eta() {
        double share = share();
        return share == 0 ? "?" : Figures.clock(Duration.ofMillis((long) (elapsed.toMillis() * (1 - share) / share)));
    }
}
