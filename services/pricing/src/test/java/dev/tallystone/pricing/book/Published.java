package dev.tallystone.pricing.book;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PricingOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of somebody else's table of prices.
 *
 * @param name
 *            of the model, as written there
 * @param region
 *            absent where the table lost it
 * @param figures
 *            what it says; none for a heading or an example
 */
record Published(String name, Optional<String> region, Optional<Routing> routing, List<Figure> figures) {

    /**
     * One price.
     *
     * @param options
     *            under which it may be sold: several where the table lost the label
     * @param measures
     *            what it may be the price of; none for what the book does not measure
     * @param usd
     *            as written
     * @param per
     *            so many tokens, images or hours
     */
    record Figure(Set<PricingOption> options, Set<String> measures, BigDecimal usd, long per) {

        BigDecimal usdPerUnit() {
            return usd.divide(BigDecimal.valueOf(per)); // powers of ten, so exact
        }
    }
}
