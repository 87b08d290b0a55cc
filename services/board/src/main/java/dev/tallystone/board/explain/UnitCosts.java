package dev.tallystone.board.explain;

import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What one of something cost, in effective US dollars, rounded half-even to 12 decimals: for comparing, not for adding
 * up. Absent where there is none of it. What has no price is in the counts and not in the cost, so that these are lower
 * bounds while anything is unpriced.
 *
 * @param requests
 *            all that were made
 * @param successful
 *            those whose outcome was ok
 * @param tokens
 *            prompt and output
 */
public record UnitCosts(long requests, long successful, long tokens, Optional<Usd> perRequest,
        Optional<Usd> perSuccessfulRequest, Optional<Usd> perThousandTokens, Optional<Usd> perMillionTokens) {

    private static final int DECIMALS = 12;

    /** Of so much money, that so many are counted in. */
    public static UnitCosts of(Usd cost, long requests, long successful, long tokens) {
        return new UnitCosts(requests, successful, tokens, per(cost, requests, 1), per(cost, successful, 1),
                per(cost, tokens, 1_000), per(cost, tokens, 1_000_000));
    }

    /** Of what has no price at all, which must not look free. */
    public static UnitCosts unpriced(long requests, long successful, long tokens) {
        return new UnitCosts(requests, successful, tokens, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Optional<Usd> per(Usd cost, long count, long many) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Usd(cost.times(many)
                        .amount()
                        .divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_EVEN)));
    }
}
