package dev.tallystone.pricing.allocation;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Usd;

/**
 * What one team had served by owned units in a minute.
 *
 * @param atList
 *            what the same work costs on demand at list price
 * @param priced
 *            whether all of it has such a price; otherwise {@code atList} is too low to divide by
 */
public record Demand(Quantities served, Usd atList, boolean priced) {

    /** Nothing was served. */
    public static final Demand NONE = new Demand(Quantities.NONE, Usd.ZERO, true);

    public Demand {
        if (atList.compareTo(Usd.ZERO) < 0) {
            throw new IllegalArgumentException("work cannot cost less than nothing: " + atList);
        }
    }

    /** Both together. */
    public Demand plus(Demand other) {
        return new Demand(served.plus(other.served), atList.plus(other.atList), priced && other.priced);
    }
}
