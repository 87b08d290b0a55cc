package dev.tallystone.pricing.importing;

import dev.tallystone.pricing.book.PriceRow;
import java.util.ArrayList;
import java.util.List;

/**
 * A price that an offer file states, in the price book's terms.
 *
 * @param price
 *            without {@code until}; {@code from} is the row's effective date
 * @param usagetype
 *            as written in the first of its rows
 * @param skus
 *            of all rows that say the same, in the order of the file
 */
public record Candidate(PriceRow price, Offer offer, String usagetype, List<String> skus) {

    public Candidate {
        skus = List.copyOf(skus);
    }

    /** The SKU by which it is accepted. */
    public String sku() {
        return skus.getFirst();
    }

    /** The same price seen once more: it holds from the earlier of both dates. */
    Candidate with(Candidate copy) {
        var both = new ArrayList<>(skus);
        both.addAll(copy.skus);
        Candidate earlier = copy.price.from().isBefore(price.from()) ? copy : this;
        return new Candidate(earlier.price, offer, usagetype, both);
    }

    boolean sameAmountAs(Candidate other) {
        return price.usdPerUnit().compareTo(other.price.usdPerUnit()) == 0;
    }
}
