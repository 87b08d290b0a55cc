package dev.tallystone.pricing.focus;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of what was counted has a price. Costs of less than all of it are a lower bound.
 *
 * @param pricedRequests
 *            of {@code requests}
 * @param pricedTokens
 *            of {@code tokens}
 */
public record Coverage(long pricedRequests, long requests, long pricedTokens, long tokens) {

    private static final int DECIMALS = 6;

    public Coverage {
        if (pricedRequests < 0 || pricedRequests > requests || pricedTokens < 0 || pricedTokens > tokens) {
            throw new IllegalArgumentException("priced must lie between 0 and all: %d of %d requests, %d of %d tokens"
                    .formatted(pricedRequests, requests, pricedTokens, tokens));
        }
    }

    /** Nothing was counted. */
    public static final Coverage NONE = new Coverage(0, 0, 0, 0);

    /** Both together. */
    public Coverage plus(Coverage other) {
        return new Coverage(Math.addExact(pricedRequests, other.pricedRequests),
                Math.addExact(requests, other.requests), Math.addExact(pricedTokens, other.pricedTokens),
                Math.addExact(tokens, other.tokens));
    }

    /** From 0 to 1, rounded down: 1 says that nothing is missing. */
    public BigDecimal shareOfRequests() {
        return share(pricedRequests, requests);
    }

    /** From 0 to 1, rounded down. */
    public BigDecimal shareOfTokens() {
        return share(pricedTokens, tokens);
    }

    private static BigDecimal share(long part, long whole) {
        return part == whole
                ? BigDecimal.ONE
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.DOWN);
    }
}
