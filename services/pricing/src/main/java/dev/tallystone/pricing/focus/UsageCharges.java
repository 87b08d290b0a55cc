package dev.tallystone.pricing.focus;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Splits what a cell counted into charges, one a measure, by the very prices that {@link Pricer#charge} takes. Where
 * that finds no price for some of it, none of it is a charge. One thread, as the pricer.
 */
public final class UsageCharges {

    /** What became of the counts. */
    public sealed interface Split {}

    /** All of it has a price; empty if nothing of it is charged, such as tokens on owned units. */
    public record Charged(List<UsageCharge> charges) implements Split {

        public Charged {
            charges = List.copyOf(charges);
        }
    }

    /** Some of it has none. */
    public record Unpriced(UnpricedUsage usage) implements Split {}

    private final Pricer pricer;

    public UsageCharges(Pricer pricer) {
        this.pricer = pricer;
    }

    /**
     * Of counts within a period.
     *
     * @throws IllegalArgumentException
     *             when a price or name changes within the period
     */
    public Split of(Cell cell, Quantities quantities, ChargePeriod period, Tags tags) {
        int epoch = pricer.epochOf(period.from().toEpochMilli());
        if (epoch != pricer.epochOf(period.until().toEpochMilli() - 1)) {
            throw new IllegalArgumentException("a price or name changes between %s and %s; count both sides apart"
                    .formatted(period.from(), period.until()));
        }
        Usage usage = pricer.usage(cell, epoch);
        return switch (pricer.charge(usage, quantities, epoch)) {
            case Costing.Priced _ -> new Charged(charges(usage, quantities, epoch, period, tags));
            case Costing.Unpriced(var why) -> new Unpriced(new UnpricedUsage(period, cell.account(), cell.region(),
                    cell.model(), usage.mode(), quantities, why, tags));
        };
    }

    private List<UsageCharge> charges(Usage usage, Quantities quantities, int epoch, ChargePeriod period, Tags tags) {
        var charges = new ArrayList<UsageCharge>();
        for (Measure measure : Measure.ALL) {
            if (quantities.get(measure) != 0 && PricingUnit.of(measure).isPresent()) {
                pricer.chargedPrices(usage, epoch)
                        .find(measure)
                        .ifPresent(price -> charges
                                .add(charge(usage, measure, quantities.get(measure), price, period, tags)));
            }
        }
        return charges;
    }

    private UsageCharge charge(Usage usage, Measure measure, long quantity, UnitPrice price, ChargePeriod period,
            Tags tags) {
        Cell cell = usage.cell();
        return new UsageCharge(period, cell.account(), cell.region(), cell.model(),
                Objects.requireNonNull(pricer.book().models().get(price.row().model())),
                usage.priceKey().map(PriceKey::routing).orElse(Routing.IN_REGION), usage.mode(), measure, quantity,
                price, tags);
    }
}
