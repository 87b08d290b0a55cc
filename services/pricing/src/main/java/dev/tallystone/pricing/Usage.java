package dev.tallystone.pricing;

import dev.tallystone.metering.Cell;
import java.util.Optional;

/**
 * A tally's cell as pricing sees it: which base model it was, and how it was bought.
 *
 * @param priceKey
 *            absent while nothing says which base model an ARN stands for
 * @param custom
 *            an alias says that it is a custom model: sold by the unit alone
 */
public record Usage(Cell cell, Optional<PriceKey> priceKey, Mode mode, boolean custom) {

    /** The base model, or the model as called while that is unresolved. */
    public String model() {
        return priceKey.map(PriceKey::baseModel).orElse(cell.model());
    }
}
