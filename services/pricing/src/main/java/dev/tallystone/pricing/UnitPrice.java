package dev.tallystone.pricing;

import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one token, image or text unit costs.
 *
 * @param list
 *            US dollars by the price book
 * @param contracted
 *            US dollars by an agreement, or {@code list} without one
 * @param certain
 *            whether the row vouches for its price at that time
 * @param row
 *            where the list price stands
 * @param agreement
 *            what made {@code contracted}
 */
public record UnitPrice(BigDecimal list, BigDecimal contracted, boolean certain, PriceRow row,
        Optional<Agreement> agreement) {

    /** As a row says, without an agreement. */
    public static UnitPrice atList(PriceRow row, boolean certain) {
        return new UnitPrice(row.usdPerUnit(), row.usdPerUnit(), certain, row, Optional.empty());
    }

    UnitPrice under(Agreement terms) {
        return new UnitPrice(list, terms.contracted(list), certain, row, Optional.of(terms));
    }

    Costs costOf(long quantity) {
        BigDecimal count = BigDecimal.valueOf(quantity);
        return Costs.perUse(new Usd(list.multiply(count)), new Usd(contracted.multiply(count)));
    }
}
