package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;

/**
 * How much of one price accrued in a stretch of time.
 *
 * @param quantity
 *            of the price's measure, exact; 0 or more
 */
public record Accrual(StandingPrice price, BigDecimal quantity) {

    /** What it costs at the stated price. */
    public Usd stated() {
        return price.stated().times(quantity);
    }
}
