package dev.tallystone.pricing.book;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All known prices, and the one that holds. Immutable. */
public final class PriceBook {

    /** A base model. */
    public record Model(String id, String name, String provider, String kind) {}

    /** Where prices were read. */
    public record Source(String title, String seen) {}

    private final String name;
    private final String digest;
    private final Map<String, Model> models;
    private final Map<String, Source> sources;
    private final List<PriceRow> rows;
    private final Map<String, List<PriceRow>> rowsByModel;

    /** Takes a {@code digest} of the text that it was read from. */
    PriceBook(String name, String digest, Map<String, Model> models, Map<String, Source> sources, List<PriceRow> rows) {
        this.name = name;
        this.digest = digest;
        this.models = Map.copyOf(models);
        this.sources = Map.copyOf(sources);
        this.rows = List.copyOf(rows);
        this.rowsByModel = rows.stream().collect(Collectors.groupingBy(PriceRow::model));
    }

    /** What the book calls itself. */
    public String name() {
        return name;
    }

    /** A short hash of the text that it was read from: equal books, equal digest. */
    public String digest() {
        return digest;
    }

    /** By id. */
    public Map<String, Model> models() {
        return models;
    }

    /** By the id that rows use. */
    public Map<String, Source> sources() {
        return sources;
    }

    /** Every price, in the order of the text. */
    public List<PriceRow> rows() {
        return rows;
    }

    /** The name that people know, or the id of a model that is not in the book. */
    public String displayName(String model) {
        Model known = models.get(model);
        return known == null ? model : known.name();
    }

    /** The moments at which some price changes. */
    public List<Instant> changes() {
        return rows.stream().flatMap(row -> Stream.of(row.from(), row.until())).distinct().sorted().toList();
    }

    /** The prices of tokens and images that hold for a key. Empty when the option is not sold. */
    public UnitPrices unitPrices(PriceKey key, PricingOption option, Instant at) {
        var prices = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (Measure measure : Measure.ALL) {
            row(key, option, measure.label(), at).ifPresent(row -> prices.put(measure, row.usdPerUnit()));
        }
        return new UnitPrices(prices);
    }

    /** What a model unit costs an hour. */
    public Optional<Usd> unitHour(PriceKey key, PricingOption term, Instant at) {
        return row(key, term, PriceRow.MODEL_UNIT, at).map(PriceRow::usd);
    }

    /**
     * The one row that holds: among those that match, the one that names most. Where a model is dearer above a
     * threshold, a longer request has only the prices that are written for it: batch, say, may have none.
     */
    public Optional<PriceRow> row(PriceKey key, PricingOption option, String measure, Instant at) {
        List<PriceRow> matching = rowsByModel.getOrDefault(key.baseModel(), List.of())
                .stream()
                .filter(row -> row.holdsAt(at) && row.matches(key))
                .toList();
        long threshold = measure.equals(PriceRow.MODEL_UNIT)
                ? 0
                : matching.stream()
                        .mapToLong(PriceRow::above)
                        .filter(above -> above != 0 && ContextClass.exceeds(key.context(), above))
                        .max()
                        .orElse(0);
        return matching.stream()
                .filter(row -> row.option() == option && row.measure().equals(measure) && row.above() == threshold)
                .max(Comparator.comparingInt(PriceRow::specificity));
    }
}
