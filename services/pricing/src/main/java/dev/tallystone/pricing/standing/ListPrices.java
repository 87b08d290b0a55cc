package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.util.Optional;

/** List prices of one Region and time. */
@FunctionalInterface
public interface ListPrices {

    /**
     * For one unit and hour, month or minute, if the list has it.
     *
     * @param model
     *            id or ARN as called
     * @param measure
     *            see {@link dev.tallystone.pricing.book.PriceRow}
     */
    Optional<Usd> of(String model, PricingOption option, String measure);
}
