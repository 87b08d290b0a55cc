package dev.tallystone.pricing.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads AWS offer files as a stream: the bulk {@code index.json}, and what GetProducts answers (an object a line, an
 * array, or the command line's {@code {"PriceList": ["..."]}} with each product as text). At most {@value #MAX_ROWS}
 * rows and {@value #MAX_MEGABYTES} MB; of a bulk file the few attributes that matter are held until its end, because
 * its prices come last.
 */
public final class OfferReader {

    static final int MAX_ROWS = 200_000;
    static final int MAX_MEGABYTES = 512;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_TEXT = 100_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxDocumentLength(MAX_MEGABYTES * 1_000_000L)
                    .build())
            .build();

    private final Consumer<OfferRow> sink;
    private int rows;

    private OfferReader(Consumer<OfferRow> sink) {
        this.sink = sink;
    }

    /**
     * Hands over every row, and returns how many there were.
     *
     * @throws IllegalArgumentException
     *             when the file is no whole offer file; rows handed over before must then not be used
     */
    public static int read(InputStream file, Consumer<OfferRow> sink) throws IOException {
        var reader = new OfferReader(sink);
        try (JsonParser json = JSON.createParser(file)) {
            while (json.nextToken() != null) {
                reader.readAny(json, true);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a whole offer file: " + where(e) + e.getOriginalMessage(), e);
        }
        if (reader.rows == 0) {
            throw new IllegalArgumentException("not an offer file: it must hold 'products' and 'terms', or products "
                    + "as GetProducts lists them");
        }
        return reader.rows;
    }

    private static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
    }

    private void readAny(JsonParser json, boolean textAllowed) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> new OfferDocument(this::accept).read(json, list -> readAny(list, textAllowed));
            case START_ARRAY -> readElements(json, textAllowed);
            case VALUE_STRING -> readText(json, textAllowed);
            default -> throw new IllegalArgumentException(
                    "not an offer file: a product must be an object, not '%s'".formatted(json.getText()));
        }
    }

    private void readElements(JsonParser json, boolean textAllowed) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readAny(json, textAllowed);
        }
    }

    /** A product written as text, itself JSON; texts within it are not opened again. */
    private void readText(JsonParser json, boolean allowed) throws IOException {
        if (!allowed) {
            throw new IllegalArgumentException("not an offer file: a product as text within a text");
        }
        try (JsonParser inner = JSON.createParser(json.getText())) {
            while (inner.nextToken() != null) {
                readAny(inner, false);
            }
        }
    }

    private void accept(OfferRow row) {
        rows++;
        if (rows > MAX_ROWS) {
            throw new IllegalArgumentException("an offer file must have at most %d rows".formatted(MAX_ROWS));
        }
        sink.accept(row);
    }
}
