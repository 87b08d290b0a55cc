package dev.tallystone.board.chargeback;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import java.time.Instant;
import java.util.List;

/**
 * The hours of one commitment, divided. In each of the four costs the lines add up to the total, and the rows of each
 * hour to that hour.
 *
 * @param model
 *            base model, or the model as called while that is unresolved
 * @param total
 *            of all the hours
 * @param lines
 *            summed over the hours: used before unused, each dearest first
 * @param hours
 *            the oldest first; empty where no full hour is known
 */
public record OwnedUnits(String id, String model, String region, long units, Costs total, List<Line> lines,
        List<Hour> hours) {

    public OwnedUnits {
        lines = List.copyOf(lines);
        hours = List.copyOf(hours);
    }

    /** What a team, or {@code idle}, takes of all the hours. */
    public record Line(String line, Use use, Costs costs) {}

    /** One hour from {@code start}. */
    public record Hour(Instant start, List<AllocatedRow> rows) {

        public Hour {
            rows = List.copyOf(rows);
        }
    }
}
