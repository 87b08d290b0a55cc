package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.pricing.UnitPrices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One measure at one place: what both periods used of it, each at the price of the later period.
 *
 * @param priceBefore
 *            of one, in the earlier period; as {@code priceAfter} where it was not used then
 */
record Slice(Place place, Leaf leaf, Measure measure, Ratio count, BigDecimal priceBefore, BigDecimal priceAfter) {

    /** What has a price. */
    static final List<Measure> CHARGED = Stream.of(UnitPrices.OF_MODELS, UnitPrices.OF_GUARDRAILS)
            .flatMap(List::stream)
            .toList();

    /** Of everything that was used at a place, and of its requests, which cost nothing themselves. */
    static List<Slice> of(Place place, Leaf leaf, Prices ofBefore, Prices ofAfter) {
        var slices = new ArrayList<Slice>();
        slices.add(new Slice(place, leaf, Measure.REQUESTS, leaf.count(Measure.REQUESTS), BigDecimal.ZERO,
                BigDecimal.ZERO));
        for (Measure measure : CHARGED) {
            Ratio count = leaf.count(measure);
            if (!count.equals(Ratio.NONE)) {
                BigDecimal after = leaf.priceAfter(measure, ofBefore, ofAfter).orElseThrow();
                BigDecimal before = count.before() == 0
                        ? after
                        : leaf.priceBefore(measure, ofBefore).orElseThrow();
                slices.add(new Slice(place, leaf, measure, count, before, after));
            }
        }
        return slices;
    }

    BigDecimal costBefore() {
        return priceAfter.multiply(BigDecimal.valueOf(count.before()));
    }

    BigDecimal costAfter() {
        return priceAfter.multiply(BigDecimal.valueOf(count.after()));
    }

    boolean isPrompt() {
        return Measure.PROMPT_TOKENS.contains(measure);
    }

    /** All prompt tokens are one block, whose split is the cache's; everything else stands alone. */
    Object block() {
        return isPrompt() ? Measure.PROMPT_TOKENS : measure;
    }

    Object measureAndRoute() {
        return List.of(measure, place.route());
    }

    /** How much the price alone would have changed what was used before. */
    BigDecimal priceEffect() {
        return priceAfter.subtract(priceBefore).multiply(BigDecimal.valueOf(count.before()));
    }
}
