package dev.tallystone.board;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Pricer;
import java.math.BigDecimal;
import java.util.Collection;

/** The share of the last hour's requests whose cost is not known: no price, no model, or no quantity. */
final class UnpricedShare {

    private UnpricedShare() {}

    /** From 0 to 1. Of the last five minutes while there is no full minute of an hour yet. */
    static BigDecimal of(Collection<CellState> cells, Pricer pricer) {
        long all = 0;
        long unpriced = 0;
        for (CellState cell : cells) {
            long requests = Math.max(cell.history().in(Window.ONE_HOUR).get(Measure.REQUESTS),
                    cell.history().in(Window.FIVE_MINUTES).get(Measure.REQUESTS));
            boolean known = cell.cost(Window.FIVE_MINUTES, pricer).unpriced().isEmpty()
                    && cell.cost(Window.ONE_HOUR, pricer).unpriced().isEmpty();
            all += requests;
            unpriced += known ? 0 : requests;
        }
        return BoardBuilder.share(unpriced, all);
    }
}
