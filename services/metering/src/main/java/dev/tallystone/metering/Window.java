package dev.tallystone.metering;

import java.time.Duration;
import java.util.List;

/**
 * The rolling windows that are kept. The short ones end with the last full ten seconds before {@code asOf}, the long
 * ones with its last full minute.
 */
public enum Window {
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    ONE_HOUR("1h", Duration.ofHours(1)),
    ONE_DAY("24h", Duration.ofDays(1));

    /** All of them, the shortest first. */
    public static final List<Window> ALL = List.of(values());

    private final String label;
    private final Duration length;

    Window(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    /** The name in metrics and on the page. */
    public String label() {
        return label;
    }

    /** Its ends fall on multiples of so many milliseconds. */
    public long stepMs() {
        return length.compareTo(FIVE_MINUTES.length) <= 0 ? TallyKey.BUCKET_MS : CellHistory.MINUTE_MS;
    }

    /** How much event time it spans. */
    public Duration length() {
        return length;
    }
}
