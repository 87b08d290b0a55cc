package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * What counts cost at the prices of one moment. Must be linear: twice the counts cost twice as much, and the cost of
 * several measures is the sum of each alone.
 */
@FunctionalInterface
public interface Prices {

    /** What these counts would be charged, bought as the usage says. */
    Costing cost(Usage usage, Quantities quantities);

    /** Where the price of one measure stands, if that is known. */
    default Optional<Origin> origin(Usage usage, Measure measure) {
        return Optional.empty();
    }

    /**
     * The row of a price.
     *
     * @param from
     *            the first moment at which it holds
     * @param source
     *            title of the page or list, for people
     */
    record Origin(Instant from, String source) {}

    /** Of a book, with its agreements. As little safe for several threads as the pricer. */
    static Prices at(Pricer pricer, Instant at) {
        return new PricesAt(pricer, at);
    }
}
