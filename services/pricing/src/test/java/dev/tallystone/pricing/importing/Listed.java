package dev.tallystone.pricing.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A row as GetProducts answers, of which a test shows only what it is about. */
record Listed(Map<String, String> values) {

    static final NameTable NAMES = table("""
        models:
          - { id: acme.one, names: [Acme One, acme.one], long_context: 200000 }
          - { id: acme.two, names: [Acme Two] }
          - { id: acme.image, names: [Acme Image] }
        """);

    /** Acme One's input tokens in us-east-1, 3.00 a million, from the first of November. */
    static Listed row() {
        var values = new LinkedHashMap<>(Map.of("sku", "SKU1", "usagetype", "USE1-AcmeOne-input-tokens", "unit",
                "1K tokens", "usd", "0.0030000000", "effectiveDate", "2026-11-01T00:00:00Z", "serviceCode",
                "AmazonBedrock", "currency", "USD", "beginRange", "0", "endRange", "Inf"));
        values.put("version", "20261101000000");
        values.put("publicationDate", "2026-11-01T00:00:00Z");
        return new Listed(values);
    }

    static Listed usage(String usagetype) {
        return row().with("usagetype", usagetype);
    }

    Listed with(String key, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Listed(changed);
    }

    String json() {
        return """
            {"product": {"sku": "%s", "attributes": {%s}}, "serviceCode": "%s", "version": "%s", "publicationDate": "%s",
             "terms": {"%s": {"%s.T": {"effectiveDate": "%s", "priceDimensions": {"%s.T.D": {"unit": "%s",
             "description": "%s", "beginRange": "%s", "endRange": "%s", "pricePerUnit": {"%s": "%s"}}}}}}}
            """.formatted(
                of("sku"), attributes(), of("serviceCode"), of("version"), of("publicationDate"),
                values.getOrDefault("kind", "OnDemand"), of("sku"), of("effectiveDate"), of("sku"), of("unit"),
                of("description"), of("beginRange"), of("endRange"), of("currency"), of("usd"));
    }

    private String attributes() {
        return Arrays.asList("usagetype", "regionCode", "model", "servicename", "feature", "inferenceType",
                "service_tier", "titanModelUnit")
                .stream()
                .filter(values::containsKey)
                .map(key -> "\"%s\": \"%s\"".formatted(key, of(key)))
                .collect(Collectors.joining(", "));
    }

    private String of(String key) {
        return values.getOrDefault(key, "");
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    static ImportedPrices imported(Listed... rows) {
        return imported(NAMES, Arrays.stream(rows).map(Listed::json).collect(Collectors.joining()));
    }

    static ImportedPrices imported(NameTable names, String text) {
        var prices = new PriceImport(names);
        try {
            prices.read(stream(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return prices.result();
    }

    static NameTable table(String yaml) {
        try {
            return NameTable.read(yaml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
