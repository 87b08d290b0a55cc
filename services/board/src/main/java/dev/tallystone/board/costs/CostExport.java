package dev.tallystone.board.costs;

import dev.tallystone.pricing.focus.Coverage;
import dev.tallystone.pricing.focus.PricedCharge;
import dev.tallystone.pricing.focus.UnpricedUsage;
import java.time.Instant;
import java.util.List;

/**
 * The charges of some time, and what is no charge for want of a price.
 *
 * @param bookDigest
 *            of the prices
 * @param asOf
 *            what is later is not in it
 * @param entries
 *            the same charges by whose they are; their sum is the board's cost of that time
 */
public record CostExport(List<PricedCharge> charges, List<UnpricedUsage> unpriced, Coverage coverage, String bookDigest,
        Instant asOf, List<CostEntry> entries) {

    public CostExport {
        charges = List.copyOf(charges);
        unpriced = List.copyOf(unpriced);
        entries = List.copyOf(entries);
    }
}
