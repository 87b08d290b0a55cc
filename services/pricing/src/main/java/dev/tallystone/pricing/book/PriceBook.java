package dev.tallystone.pricing.book;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All known prices, and the one that holds. Immutable. */
public final class PriceBook {

    /**
     * What AWS sells: mostly a base model.
     *
     * @param kind
     *            {@code text}, {@code embedding}, {@code image}, {@code rerank} or {@code guardrail}
     * @param unitContext
     *            how long a prompt one provisioned unit serves, such as {@code 128k}; empty while unknown
     */
    public record Model(String id, String name, String provider, String kind, Seller seller, String unitContext) {}

    /** Where prices were read, and what kind of evidence that is. */
    public record Source(String title, String seen, Evidence evidence) {}

    /** The model under which prices of guardrails stand: they are the same for every model. */
    public static final String GUARDRAILS = "amazon.bedrock-guardrails";

    private final String name;
    private final String digest;
    private final Map<String, Model> models;
    private final Map<String, Source> sources;
    private final List<PriceRow> rows;
    private final Map<String, List<PriceRow>> rowsByModel;
    private final Availability availability;

    PriceBook(String name, Map<String, Model> models, Map<String, Source> sources, List<PriceRow> rows,
            Availability availability) {
        this.name = name;
        this.models = Map.copyOf(models);
        this.sources = Map.copyOf(sources);
        this.rows = List.copyOf(rows);
        this.availability = availability;
        this.rowsByModel = rows.stream().collect(Collectors.groupingBy(PriceRow::model));
        this.digest = BookDigest.of(this);
    }

    /** This book with other rows; what they need of another book's models and sources comes with them. */
    PriceBook with(List<PriceRow> otherRows, PriceBook other) {
        var allModels = new HashMap<>(other.models);
        allModels.putAll(models);
        var allSources = new HashMap<>(other.sources);
        allSources.putAll(sources);
        return new PriceBook(name, allModels, allSources, otherRows, availability);
    }

    /** What the book calls itself. */
    public String name() {
        return name;
    }

    /** A short hash of all that it says: equal books, equal digest, wherever they were read. */
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

    /** What is sold today. */
    public Availability availability() {
        return availability;
    }

    /** Who sells a model; AWS, as long as it is not in the book. */
    public Seller seller(String model) {
        Model known = models.get(model);
        return known == null ? Seller.AWS : known.seller();
    }

    /** The name that people know, or the id of a model that is not in the book. */
    public String displayName(String model) {
        Model known = models.get(model);
        return known == null ? model : known.name();
    }

    /** The moments at which some price changes. */
    public List<Instant> changes() {
        return Stream.concat(rows.stream().flatMap(row -> Stream.of(row.from(), row.until(), row.certainUntil())),
                availability.changes()).distinct().sorted().toList();
    }

    /** The prices of tokens and images that hold for a key. Empty when the option is not sold. */
    public UnitPrices unitPrices(PriceKey key, PricingOption option, Instant at) {
        var prices = new EnumMap<Measure, UnitPrice>(Measure.class);
        addPrices(prices, UnitPrices.OF_MODELS, key, option, at);
        var guardrails = new PriceKey(GUARDRAILS, key.region(), Routing.IN_REGION, 0, "");
        addPrices(prices, UnitPrices.OF_GUARDRAILS, guardrails, PricingOption.ON_DEMAND, at);
        return new UnitPrices(prices);
    }

    private void addPrices(Map<Measure, UnitPrice> prices, List<Measure> measures, PriceKey key, PricingOption option,
            Instant at) {
        for (Measure measure : measures) {
            row(key, option, measure.label(), at)
                    .ifPresent(row -> prices.put(measure, UnitPrice.atList(row, row.isCertainAt(at))));
        }
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
        if (availability.isOver(key.baseModel(), key.region(), at)) {
            return Optional.empty();
        }
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
