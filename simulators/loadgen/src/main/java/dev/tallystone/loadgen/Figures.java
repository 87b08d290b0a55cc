package dev.tallystone.loadgen;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

    private static final double BYTES_PER_MIB = 1 << 20;

    private Figures() {}

    /** Such as {@code 1,234.5/s}. */
    static String perSecond(long count, Duration elapsed) {
        double seconds = Math.max(elapsed.toNanos(), 1) / 1e9;
        return String.format(Locale.ROOT, "%,.1f/s", count / seconds);
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f", bytes / BYTES_PER_MIB);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Such as {@code 1:02:03}, without the hours where there are none. */
    static String clock(Duration duration) {
        return duration.toHours() > 0
                ? "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart())
                : "%02d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
