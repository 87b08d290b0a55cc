package dev.tallystone.metering;

import java.util.List;
import java.util.Locale;

/**
 * The way by which a record came. Each has a delay of its own, and may be counted out later if it was set up wrongly.
 */
public enum Source {
    KAFKA,
    S3,
    CLOUDWATCH,
    HTTP,
    OTLP,
    BATCH_OUTPUT,
    OTHER;

    /** All of them, in their stable order. */
    public static final List<Source> ALL = List.of(values());

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in metrics and record headers. */
    public String label() {
        return label;
    }

    /** By its label; {@link #OTHER} when unknown. */
    public static Source ofLabel(String label) {
        return ALL.stream().filter(source -> source.label.equals(label)).findFirst().orElse(OTHER);
    }
}
