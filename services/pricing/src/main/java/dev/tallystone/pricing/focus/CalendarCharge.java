package dev.tallystone.pricing.focus;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;

/**
 * What was kept or kept running over some time and binds nobody: a custom model in storage, or units that serve an
 * imported one. Billed as it accrues.
 *
 * @param kept
 *            the model that is kept: id or ARN
 * @param model
 *            what the price sells
 * @param sku
 *            of {@link PriceRow#MODEL_STORAGE} or {@link PriceRow#IMPORT_UNIT}
 * @param counted
 *            months of a model or minutes of a unit, above 0
 */
public record CalendarCharge(ChargePeriod period, String account, String region, String kept, String name,
        PriceBook.Model model, Sku sku, Rate rate, BigDecimal counted, Tags tags) implements PricedCharge {

    public CalendarCharge {
        period.requireOneMonth();
        if (PricingUnit.ofKept(sku.measure()).isEmpty()) {
            throw new IllegalArgumentException("%s must be charged by %s or %s, not by %s".formatted(name,
                    PriceRow.MODEL_STORAGE, PriceRow.IMPORT_UNIT, sku.measure()));
        }
        if (counted.signum() <= 0) {
            throw new IllegalArgumentException("%s must be kept for some time, not %s".formatted(name, counted));
        }
    }

    @Override
    public PricingUnit unit() {
        return PricingUnit.ofKept(sku.measure()).orElseThrow();
    }

    @Override
    public Costs costs() {
        return Costs.perUse(rate.listCost(counted), rate.contractedCost(counted));
    }
}
