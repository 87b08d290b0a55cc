package dev.tallystone.board.chargeback;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import dev.tallystone.pricing.allocation.Basis;
import dev.tallystone.pricing.standing.StandingKind;
import java.time.Instant;
import java.util.List;

/**
 * One standing charge, divided. In each of the four costs the lines add up to the total, and so do the rows of all its
 * parts.
 *
 * @param model
 *            base model, or the model as called while that is unresolved
 * @param owner
 *            the team that it is for; empty while it is nobody's
 * @param total
 *            what accrued in the window
 * @param lines
 *            summed over the window: used before unused, each dearest first
 * @param parts
 *            the oldest first: hours, or UTC days where the window is longer than {@value Chargeback#MAX_HOURS_SHOWN}
 *            hours; what no calls divide is one part
 */
public record DividedCharge(String id, StandingKind kind, String model, String region, String owner, String amount,
        Costs total, List<Line> lines, List<Part> parts) {

    public DividedCharge {
        lines = List.copyOf(lines);
        parts = List.copyOf(parts);
    }

    /**
     * What a team, {@code idle} or {@code unallocated} takes, by one method.
     *
     * @param hours
     *            in how many it takes part; 0 where it is not divided by hours
     */
    public record Line(String line, Use use, Basis basis, long hours, Costs costs) {}

    /** One hour, or one day, from {@code from}. Of a day, the method says of how many hours it was divided so. */
    public record Part(Instant from, List<AllocatedRow> rows) {

        public Part {
            rows = List.copyOf(rows);
        }
    }
}
