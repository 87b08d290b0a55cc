package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Usage;

/**
 * What was used and charged alike within a period.
 *
 * @param prices
 *            those at which it was charged; a period in which a price changes has entries of before and after
 * @param caller
 *            who called, as people know it
 * @param team
 *            who is charged
 */
public record Entry(Usage usage, Quantities quantities, Prices prices, String caller, String team) {

    /** What it was charged. */
    Costing charged() {
        return prices.cost(usage, quantities);
    }

    long requests() {
        return quantities.get(Measure.REQUESTS);
    }

    boolean succeeded() {
        return usage.cell().outcome() == Outcome.OK;
    }
}
