package dev.tallystone.pricing.importing;

import com.fasterxml.jackson.core.JsonParser;
import dev.tallystone.pricing.importing.OfferRow.Price;
import dev.tallystone.pricing.importing.OfferRow.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One object of an offer file: a whole bulk file, or one product of GetProducts. Its keys may come in any order, so
 * rows are handed over at its end.
 */
final class OfferDocument {

    /** Reads the value at which a parser stands. */
    @FunctionalInterface
    interface ValueReader {

        void read(JsonParser json) throws IOException;
    }

    private final Consumer<OfferRow> sink;
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, List<Price>> prices = new LinkedHashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private int held;

    OfferDocument(Consumer<OfferRow> sink) {
        this.sink = sink;
    }

    void read(JsonParser json, ValueReader priceList) throws IOException {
        OfferJson.eachField(json, key -> {
            switch (key) {
                case "product" -> readProduct(json, "");
                case "products" -> OfferJson.eachField(json, sku -> readProduct(json, sku));
                case "terms" -> OfferJson.eachField(json, kind -> OfferJson.eachField(json,
                        sku -> OfferTerm.read(json, kind, sku, this::hold)));
                case "PriceList" -> priceList.read(json);
                default -> texts.put(key, OfferJson.text(json));
            }
        });
        handOver();
    }

    private void readProduct(JsonParser json, String key) throws IOException {
        var own = new HashMap<String, String>();
        var attributes = new HashMap<String, String>();
        OfferJson.eachField(json, name -> {
            if (name.equals("attributes")) {
                OfferJson.eachField(json, attribute -> attributes.put(attribute, OfferJson.text(json)));
            } else {
                own.put(name, OfferJson.text(json));
            }
        });
        String sku = key.isEmpty() ? own.getOrDefault("sku", "") : key;
        products.put(sku, product(sku, attributes));
        limit();
    }

    private static Product product(String sku, Map<String, String> of) {
        String model = of.getOrDefault("model", of.getOrDefault("titanModelUnit", ""));
        return new Product(sku, of.getOrDefault("usagetype", ""), of.getOrDefault("regionCode", ""), model,
                of.getOrDefault("servicename", ""), of.getOrDefault("feature", ""),
                of.getOrDefault("inferenceType", ""), of.getOrDefault("service_tier", ""));
    }

    private void hold(String sku, Price price) {
        prices.computeIfAbsent(sku, _ -> new ArrayList<>()).add(price);
        limit();
    }

    private void limit() {
        held++;
        if (held > 2 * OfferReader.MAX_ROWS) {
            throw new IllegalArgumentException(
                    "an offer file must have at most %d rows".formatted(OfferReader.MAX_ROWS));
        }
    }

    private void handOver() {
        var offer = new Offer(texts.getOrDefault("offerCode", texts.getOrDefault("serviceCode", "")),
                texts.getOrDefault("version", ""), texts.getOrDefault("publicationDate", ""));
        products.forEach((sku, product) -> {
            List<Price> own = prices.remove(sku);
            if (own == null) {
                sink.accept(new OfferRow(offer, product, null));
            } else {
                own.forEach(price -> sink.accept(new OfferRow(offer, product, price)));
            }
        });
        prices.forEach((sku, orphans) -> orphans.forEach(price -> sink
                .accept(new OfferRow(offer, new Product(sku, "", "", "", "", "", "", ""), price))));
    }
}
