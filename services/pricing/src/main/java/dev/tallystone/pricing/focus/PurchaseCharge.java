package dev.tallystone.pricing.focus;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import java.math.BigDecimal;

/**
 * Hours of a reserved block that were billed ahead, mostly a month. Its effective cost is 0: the hours carry it.
 *
 * @param period
 *            the hours that were bought, whole; billed in the month in which it begins
 * @param blocks
 *            thousands of tokens a minute, above 0
 */
public record PurchaseCharge(OwnedCapacity capacity, ChargePeriod period, long blocks,
        Tags tags) implements PricedCharge {

    public PurchaseCharge {
        if (!capacity.isPaidAhead()) {
            throw new IllegalArgumentException("%s is billed by the hour, so no month of %s was bought"
                    .formatted(capacity.term().label(), capacity.name()));
        }
        if (blocks < 1 || period.wholeHours() < 1) {
            throw new IllegalArgumentException("a purchase must be of 1 block or more, not " + blocks);
        }
    }

    @Override
    public String account() {
        return capacity.account();
    }

    @Override
    public String region() {
        return capacity.region();
    }

    @Override
    public PriceBook.Model model() {
        return capacity.model();
    }

    @Override
    public Sku sku() {
        return capacity.sku();
    }

    @Override
    public PricingUnit unit() {
        return capacity.unit();
    }

    @Override
    public Rate rate() {
        return capacity.rate();
    }

    @Override
    public BigDecimal counted() {
        return BigDecimal.valueOf(Math.multiplyExact(blocks, period.wholeHours()));
    }

    @Override
    public Costs costs() {
        Usd contracted = rate().contractedCost(counted());
        return new Costs(rate().listCost(counted()), contracted, Usd.ZERO, contracted);
    }
}
