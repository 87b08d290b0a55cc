package dev.tallystone.pricing.allocation;

import java.util.Locale;

/** Who takes what nobody used of an hour that is owned. */
public enum IdlePolicy {
    /** Nobody: it stays a line of its own, so that it is seen. */
    OWN_LINE,
    /** The owner that is declared; a line of its own where nobody does. */
    OWNER,
    /** Those who used the hour, by how much of it; a line of its own where nobody did. */
    PROPORTIONAL;

    /** The name in configuration. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
