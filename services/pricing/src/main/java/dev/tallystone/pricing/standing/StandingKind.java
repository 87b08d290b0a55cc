package dev.tallystone.pricing.standing;

import java.util.Locale;

/** What is owned, reserved or kept. */
public enum StandingKind {
    MODEL_UNITS,
    RESERVED,
    MODEL_STORAGE,
    IMPORT_UNITS;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in metrics. */
    public String label() {
        return label;
    }
}
