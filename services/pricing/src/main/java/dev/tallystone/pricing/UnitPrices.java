package dev.tallystone.pricing;

import static dev.tallystone.invocation.Measure.CACHE_READ;
import static dev.tallystone.invocation.Measure.CACHE_WRITE;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_1H;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_30M;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_5M;
import static dev.tallystone.invocation.Measure.GUARDRAIL_CONTENT;
import static dev.tallystone.invocation.Measure.GUARDRAIL_GROUNDING;
import static dev.tallystone.invocation.Measure.GUARDRAIL_IMAGE;
import static dev.tallystone.invocation.Measure.GUARDRAIL_PII;
import static dev.tallystone.invocation.Measure.GUARDRAIL_TOPIC;
import static dev.tallystone.invocation.Measure.IMAGES;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.INPUT_IMAGES;
import static dev.tallystone.invocation.Measure.MEDIA_MS;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static dev.tallystone.invocation.Measure.RERANK_UNITS;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one unit of each measure, at one time, under one option. Price is linear in counts, because everything
 * that AWS prices by request has become a class of the tally: so a sum costs what its requests cost one by one.
 */
public record UnitPrices(Map<Measure, UnitPrice> byMeasure) {

    /** What a model charges by. */
    public static final List<Measure> OF_MODELS = List.of(INPUT, CACHE_READ, CACHE_WRITE, CACHE_WRITE_5M,
            CACHE_WRITE_30M, CACHE_WRITE_1H, OUTPUT, IMAGES, INPUT_IMAGES, MEDIA_MS, RERANK_UNITS);

    /** What a guardrail charges, whatever the model and however that is bought. Word filters are free. */
    public static final List<Measure> OF_GUARDRAILS = List.of(GUARDRAIL_CONTENT, GUARDRAIL_TOPIC, GUARDRAIL_PII,
            GUARDRAIL_GROUNDING, GUARDRAIL_IMAGE);

    /** What AWS charges for. Latencies, caps and reasoning (a part of output) cost nothing of their own. */
    public static final List<Measure> CHARGED = Stream.concat(OF_MODELS.stream(), OF_GUARDRAILS.stream()).toList();

    /** The labels of what a model charges by. */
    static final List<String> MODEL_MEASURES = OF_MODELS.stream().map(Measure::label).toList();

    /** Nothing is sold. */
    public static final UnitPrices NONE = new UnitPrices(Map.of());

    public UnitPrices {
        byMeasure = byMeasure.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(byMeasure));
    }

    /** As they hold for a buyer. */
    UnitPrices under(Agreements agreements, PriceBook book, Instant at) {
        if (agreements.listed().isEmpty()) {
            return this;
        }
        var contracted = new EnumMap<Measure, UnitPrice>(Measure.class);
        byMeasure.forEach((measure, price) -> contracted.put(measure,
                agreements.applyTo(price, book.seller(price.row().model()), at)));
        return new UnitPrices(contracted);
    }

    /** Whether anything of the model is sold so. */
    public boolean isSold() {
        return OF_MODELS.stream().anyMatch(byMeasure::containsKey);
    }

    /** Whether a call of these counts costs anything at all: a failed one mostly does not. */
    public static boolean isCharged(Quantities quantities) {
        return CHARGED.stream().anyMatch(measure -> quantities.get(measure) != 0);
    }

    /** Exact. */
    public Costing cost(Quantities quantities) {
        return cost(quantities, CHARGED);
    }

    /** Of some of the measures only. */
    Costing cost(Quantities quantities, List<Measure> measures) {
        Costs sum = Costs.ZERO;
        Usd uncertain = Usd.ZERO;
        var missing = new ArrayList<String>();
        for (Measure measure : measures) {
            long quantity = quantities.get(measure);
            UnitPrice price = quantity == 0 ? null : priceOf(measure);
            if (price != null) {
                Costs costs = price.costOf(quantity);
                sum = sum.plus(costs);
                uncertain = price.certain() ? uncertain : uncertain.plus(costs.effective());
            } else if (quantity != 0) {
                missing.add("no price of " + measure.label());
            }
        }
        return missing.isEmpty() ? new Costing.Priced(sum, uncertain) : new Costing.Unpriced(missing);
    }

    /**
     * The price of a measure. Of cache writes without a stated lifetime, five minutes is AWS's default, and half an
     * hour where a model is sold with nothing shorter; their tallies carry the caveat.
     */
    public Optional<UnitPrice> find(Measure measure) {
        return Optional.ofNullable(priceOf(measure));
    }

    private @Nullable UnitPrice priceOf(Measure measure) {
        UnitPrice price = byMeasure.get(measure == CACHE_WRITE ? CACHE_WRITE_5M : measure);
        return price == null && measure == CACHE_WRITE ? byMeasure.get(CACHE_WRITE_30M) : price;
    }
}
