package dev.tallystone.collector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two fields around a record's bodies that its way needs: whose it is, and when. Only those at the top count; a
 * prompt may hold others of the same name. All of the record is parsed: of broken JSON nothing is believed.
 */
public final class RecordEnvelope {

    private static final String REQUEST_ID = "requestId";
    private static final String TIMESTAMP = "timestamp";
    private static final Set<String> WANTED = Set.of(REQUEST_ID, TIMESTAMP);

    private final Map<String, TextSpan> texts;

    private RecordEnvelope(Map<String, TextSpan> texts) {
        this.texts = texts;
    }

    /** Without any field when the line is not one JSON object. */
    public static RecordEnvelope of(byte[] line) {
        var texts = new HashMap<String, TextSpan>();
        try (JsonParser parser = EnvelopeJson.parser(line)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && parser.nextToken() == JsonToken.FIELD_NAME) {
                readField(parser, texts);
            }
            return new RecordEnvelope(object && parser.nextToken() == null ? texts : Map.of());
        } catch (IOException e) { // Jackson's word for broken JSON
            return new RecordEnvelope(Map.of());
        }
    }

    private static void readField(JsonParser parser, Map<String, TextSpan> texts) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        long from = parser.currentTokenLocation().getByteOffset();
        if (value == JsonToken.VALUE_STRING && from >= 0 && WANTED.contains(name)) {
            String text = parser.getText();
            texts.putIfAbsent(name, new TextSpan((int) from, (int) parser.currentLocation().getByteOffset(), text));
        }
        parser.skipChildren();
    }

    /** By which the call counts once. */
    public Optional<TextSpan> requestId() {
        return Optional.ofNullable(texts.get(REQUEST_ID));
    }

    /** When the call happened, in whatever form it was written. */
    public Optional<TextSpan> timestamp() {
        return Optional.ofNullable(texts.get(TIMESTAMP));
    }
}
