package dev.tallystone.board;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Pricer;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * The shares of the last hour whose cost is not known: no price, no model, or no quantity. Of the last five minutes
 * while there is no full minute of an hour yet.
 *
 * @param requests
 *            from 0 to 1
 * @param tokens
 *            from 0 to 1
 */
record UnpricedShare(BigDecimal requests, BigDecimal tokens) {

    static UnpricedShare of(Collection<CellState> cells, Pricer pricer) {
        long requests = 0;
        long unpricedRequests = 0;
        long tokens = 0;
        long unpricedTokens = 0;
        for (CellState cell : cells) {
            Quantities hour = cell.history().in(Window.ONE_HOUR);
            Quantities minutes = cell.history().in(Window.FIVE_MINUTES);
            boolean known = cell.cost(Window.FIVE_MINUTES, pricer).unpriced().isEmpty()
                    && cell.cost(Window.ONE_HOUR, pricer).unpriced().isEmpty();
            long called = Math.max(hour.get(Measure.REQUESTS), minutes.get(Measure.REQUESTS));
            long used = Math.max(hour.tokens(), minutes.tokens());
            requests += called;
            tokens += used;
            unpricedRequests += known ? 0 : called;
            unpricedTokens += known ? 0 : used;
        }
        return new UnpricedShare(BoardBuilder.share(unpricedRequests, requests),
                BoardBuilder.share(unpricedTokens, tokens));
    }
}
