package dev.tallystone.board.costs;

import dev.tallystone.pricing.focus.Charge;
import dev.tallystone.pricing.focus.Coverage;
import dev.tallystone.pricing.focus.UnpricedUsage;
import java.util.List;

/**
 * The charges of some time, and what is no charge for want of a price.
 *
 * @param bookDigest
 *            of the prices
 */
public record CostExport(List<Charge> charges, List<UnpricedUsage> unpriced, Coverage coverage, String bookDigest) {

    public CostExport {
        charges = List.copyOf(charges);
        unpriced = List.copyOf(unpriced);
    }
}
