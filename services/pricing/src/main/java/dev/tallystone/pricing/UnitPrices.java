package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.CACHE_READ;
import static dev.tallystone.invocation.Measure.CACHE_WRITE;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_1H;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_30M;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_5M;
import static dev.tallystone.invocation.Measure.IMAGES;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.INPUT_IMAGES;
import static dev.tallystone.invocation.Measure.MEDIA_MS;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static dev.tallystone.invocation.Measure.RERANK_UNITS;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one unit of each measure, at one time, under one option. Price is linear in counts, because everything
 * that AWS prices by request has become a class of the tally: so a sum costs what its requests cost one by one.
 *
 * @param byMeasure
 *            US dollars for one token or image
 */
public record UnitPrices(Map<Measure, BigDecimal> byMeasure) {

    /** What AWS charges for by model. Latencies, caps and reasoning (a part of output) cost nothing of their own. */
    private static final List<Measure> CHARGED = List.of(INPUT, CACHE_READ, CACHE_WRITE, CACHE_WRITE_5M,
            CACHE_WRITE_30M, CACHE_WRITE_1H, OUTPUT, IMAGES, INPUT_IMAGES, MEDIA_MS, RERANK_UNITS);

    public UnitPrices {
        byMeasure = byMeasure.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(byMeasure));
    }

    /** Whether anything is sold so. */
    public boolean isSold() {
        return !byMeasure.isEmpty();
    }

    /** Whether a call of these counts costs anything at all: a failed one mostly does not. */
    static boolean isCharged(Quantities quantities) {
        return CHARGED.stream().anyMatch(measure -> quantities.get(measure) != 0);
    }

    /** Exact. */
    public Costing cost(Quantities quantities) {
        BigDecimal sum = BigDecimal.ZERO;
        var missing = new ArrayList<String>();
        for (Measure measure : CHARGED) {
            long quantity = quantities.get(measure);
            BigDecimal price = quantity == 0 ? null : priceOf(measure);
            if (price != null) {
                sum = sum.add(price.multiply(BigDecimal.valueOf(quantity)));
            } else if (quantity != 0) {
                missing.add("no price of " + measure.label());
            }
        }
        return missing.isEmpty() ? new Costing.Priced(new Usd(sum)) : new Costing.Unpriced(missing);
    }

    /**
     * Of cache writes without a stated lifetime, five minutes is AWS's default, and half an hour where a model is sold
     * with nothing shorter; their tallies carry the caveat.
     */
    private @Nullable BigDecimal priceOf(Measure measure) {
        BigDecimal price = byMeasure.get(measure == CACHE_WRITE ? CACHE_WRITE_5M : measure);
        return price == null && measure == CACHE_WRITE ? byMeasure.get(CACHE_WRITE_30M) : price;
    }
}
