package dev.tallystone.pricing.rule;

/** What becomes of traffic above what was committed. */
public enum Excess {
    /** It is served and paid per use. */
    SPILL,
    /** It is refused. */
    THROTTLE
}
