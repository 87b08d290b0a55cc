package dev.tallystone.pricing.allocation;

import dev.tallystone.pricing.Costs;

/**
 * One line's part of an hour.
 *
 * @param line
 *            a team, or {@link HourAllocation#IDLE}
 * @param method
 *            how the part was found, for people
 */
public record AllocatedRow(String line, Use use, Costs costs, Basis basis, String method) {

    /** Whether the part served calls. */
    public enum Use {
        USED,
        UNUSED,
        /** Nothing that calls divide, or it is not known what was called. */
        UNDIVIDED
    }
}
