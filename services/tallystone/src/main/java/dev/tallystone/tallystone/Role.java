package dev.tallystone.tallystone;

/** What a process does. */
public enum Role {
    /** Counts. Scales with partitions. */
    METER,
    /** Shows. Two of them make it highly available. */
    MONITOR
}
