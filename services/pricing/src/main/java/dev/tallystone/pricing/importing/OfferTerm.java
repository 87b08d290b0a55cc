package dev.tallystone.pricing.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tallystone.pricing.importing.OfferRow.Price;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The terms of a product: a bulk file groups them by SKU, GetProducts does not. */
final class OfferTerm {

    private final String kind;
    private final BiConsumer<String, Price> sink;
    private final List<Map<String, String>> dimensions = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();

    private OfferTerm(String kind, BiConsumer<String, Price> sink) {
        this.kind = kind;
        this.sink = sink;
    }

    /** Hands over each price with its SKU; {@code key} begins with the SKU. */
    static void read(JsonParser json, String kind, String key, BiConsumer<String, Price> sink) throws IOException {
        var term = new OfferTerm(kind, sink);
        OfferJson.eachField(json, name -> {
            switch (name) {
                case "priceDimensions" -> OfferJson.eachField(json, _ -> term.readDimension(json));
                case "termAttributes" -> json.skipChildren();
                default -> term.readOther(json, name);
            }
        });
        term.handOver(key);
    }

    private void readOther(JsonParser json, String name) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            read(json, kind, name, sink);
        } else {
            texts.put(name, OfferJson.text(json));
        }
    }

    private void readDimension(JsonParser json) throws IOException {
        var of = new HashMap<String, String>();
        OfferJson.eachField(json, name -> {
            if (name.equals("pricePerUnit")) {
                OfferJson.eachField(json, currency -> readAmount(json, currency, of));
            } else {
                of.put(name, OfferJson.text(json));
            }
        });
        dimensions.add(of);
    }

    private static void readAmount(JsonParser json, String currency, Map<String, String> of) throws IOException {
        String amount = OfferJson.text(json);
        if (!"USD".equals(of.get("currency"))) {
            of.put("currency", currency);
            of.put("amount", amount);
        }
    }

    private void handOver(String key) {
        int dot = key.indexOf('.');
        String sku = texts.getOrDefault("sku", dot < 0 ? key : key.substring(0, dot));
        for (Map<String, String> of : dimensions) {
            sink.accept(sku, new Price(kind, of.getOrDefault("unit", ""), of.getOrDefault("description", ""),
                    of.getOrDefault("beginRange", "0"), of.getOrDefault("endRange", "Inf"),
                    of.getOrDefault("currency", ""), of.getOrDefault("amount", ""),
                    texts.getOrDefault("effectiveDate", "")));
        }
    }
}
