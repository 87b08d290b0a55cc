package dev.tallystone.board.close;

import dev.tallystone.board.Past;
import dev.tallystone.board.Trust;
import dev.tallystone.board.costs.CostExport;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Whether a month can be closed, and what its statement would lack. */
public final class Readiness {

    /** Minutes are closed so long after their end; so is a month. */
    public static final Duration SETTLE = Duration.ofMinutes(5);

    private Readiness() {}

    /**
     * Refuses a month that has not ended.
     *
     * @throws IllegalArgumentException
     *             saying when it can be closed
     */
    public static void requireEnded(YearMonth month, Past past) {
        Instant from = Statement.end(month).plus(SETTLE);
        if (past.asOf().isBefore(from)) {
            throw new IllegalArgumentException("%s can be closed once everything until %s is counted, not yet at %s"
                    .formatted(month, from, past.asOf()));
        }
        if (past.tallies(Statement.days(month)).isEmpty() && past.standing().isEmpty()) {
            throw new IllegalArgumentException("of %s nothing is kept: the oldest tally is of %s".formatted(month,
                    past.since()));
        }
    }

    /** What whoever signs must know; empty where the month is whole. */
    public static List<String> lacks(YearMonth month, Past past, Trust trust, CostExport costs, int heldRows) {
        var lacks = new ArrayList<String>();
        if (past.countedSince().isAfter(Statement.begin(month))) {
            lacks.add("counted only since " + past.countedSince());
        }
        if (!trust.isGapFree()) {
            lacks.add("receipts do not follow each other: %d gaps, %d overlaps".formatted(trust.gaps(),
                    trust.overlaps()));
        }
        long unpriced = costs.coverage().requests() - costs.coverage().pricedRequests();
        if (unpriced > 0) {
            lacks.add("%d of %d requests have no price".formatted(unpriced, costs.coverage().requests()));
        }
        if (heldRows > 0) {
            lacks.add("%d price rows are held that may change it: see tallystone prices reprice".formatted(heldRows));
        }
        return List.copyOf(lacks);
    }
}
