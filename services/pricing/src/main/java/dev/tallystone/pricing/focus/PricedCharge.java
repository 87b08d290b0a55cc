package dev.tallystone.pricing.focus;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.book.PriceBook;
import java.math.BigDecimal;

/** What has a price and a quantity; list and contracted cost are their product, exact. */
public sealed interface PricedCharge
        permits UsageCharge, CommitmentCharge, PurchaseCharge, CalendarCharge {

    /** When it was used, or for when it was bought. */
    ChargePeriod period();

    /** The account that called or owns; {@code ""} while unknown. */
    String account();

    /** The Region that was called; {@code ""} while unknown. */
    String region();

    /** What is sold. */
    PriceBook.Model model();

    /** The place of its price. */
    Sku sku();

    /** What it is priced by. */
    PricingUnit unit();

    /** The price of one of what is counted. */
    Rate rate();

    /** So many tokens, images or unit-hours; more than none. */
    BigDecimal counted();

    /** Its four costs. */
    Costs costs();

    /** What it can be allocated by. */
    Tags tags();

    /** The same in pricing units. */
    default BigDecimal pricingQuantity() {
        return unit().quantityOf(counted());
    }
}
