package dev.tallystone.pricing.focus;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;

/**
 * Tokens, images or text units paid as they were used. Those on owned units are none: they are in the unit's hours.
 *
 * @param called
 *            the model's id or ARN as called
 * @param model
 *            what the price row sells: the base model, or the guardrails
 * @param routing
 *            how it was called; the row may hold for any
 * @param quantity
 *            of the measure, above 0
 * @param price
 *            of one of it
 */
public record UsageCharge(ChargePeriod period, String account, String region, String called, PriceBook.Model model,
        Routing routing, Mode mode, Measure measure, long quantity, UnitPrice price,
        Tags tags) implements PricedCharge {

    public UsageCharge {
        period.requireOneMonth();
        if (quantity < 1) {
            throw new IllegalArgumentException("usage must be above 0, not %d of %s".formatted(quantity, measure));
        }
        if (PricingUnit.of(measure).isEmpty()) {
            throw new IllegalArgumentException(measure + " is nothing that is charged");
        }
        requireFit(model, mode, measure, price.row());
    }

    private static void requireFit(PriceBook.Model model, Mode mode, Measure measure, PriceRow row) {
        boolean sameOption = UnitPrices.OF_GUARDRAILS.contains(measure)
                || mode.tokenPrices().filter(option -> option == row.option()).isPresent();
        boolean sameMeasure = row.measure().equals(measure.label())
                || (measure == Measure.CACHE_WRITE && row.measure().startsWith(measure.label()));
        if (!row.model().equals(model.id()) || !sameOption || !sameMeasure) {
            throw new IllegalArgumentException("%s of %s by %s cannot have the price of %s of %s by %s".formatted(
                    measure.label(), model.id(), mode.label(), row.measure(), row.model(), row.option().label()));
        }
    }

    @Override
    public Sku sku() {
        return Sku.of(price.row());
    }

    @Override
    public PricingUnit unit() {
        return PricingUnit.of(measure).orElseThrow();
    }

    @Override
    public Rate rate() {
        return Rate.of(price);
    }

    @Override
    public BigDecimal counted() {
        return BigDecimal.valueOf(quantity);
    }

    @Override
    public Costs costs() {
        return Costs.perUse(rate().listCost(counted()), rate().contractedCost(counted()));
    }
}
