package dev.tallystone.pricing.allocation;

import java.util.Locale;

/** By what a line came to its part, in short; the method of a row says it in full. */
public enum Basis {
    /** Minute by minute, of a known capacity. */
    CAPACITY_SHARE,
    /** Of the hour's work, where nobody states the capacity. */
    WORK_SHARE,
    /** Of the whole day's work, where the hour's minutes are not kept. */
    DAY_SHARE,
    /** Not used, and nobody's. */
    OWN_LINE,
    /** To the team that it is for. */
    OWNER,
    /** Not used, by what each used. */
    PROPORTIONAL,
    /** Nothing that calls divide, and no owner is declared. */
    NO_OWNER,
    /** It is not known what was called then. */
    NOT_COUNTED,
    /** The hour is not over. */
    STILL_RUNS,
    /** Billed for hours to come; their effective cost is what is divided. */
    PAID_AHEAD;

    /** The name in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
