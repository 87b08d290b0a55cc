package dev.tallystone.loadgen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose log a record belongs to, by its own account and Region. Both are safe as names of folders. */
record LogPlace(String account, String region) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern SAFE = Pattern.compile("[a-z0-9-]{1,32}");

    LogPlace {
        if (!SAFE.matcher(account).matches() || !SAFE.matcher(region).matches()) {
            throw new IllegalArgumentException("no account and Region: '%s', '%s'".formatted(account, region));
        }
    }

    /** Nothing for a record that is broken, or tells neither. Only fields at the top count. */
    static Optional<LogPlace> of(byte[] log) {
        var texts = new HashMap<String, String>();
        try (JsonParser parser = JSON.createParser(log)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            while (object && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    readText(name, parser, texts);
                }
                parser.skipChildren();
            }
            return object && parser.nextToken() == null ? of(texts) : Optional.empty();
        } catch (IOException e) { // Jackson's word for broken JSON
            return Optional.empty();
        }
    }

    private static void readText(String name, JsonParser parser, Map<String, String> texts) throws IOException {
        if (name.equals("accountId") || name.equals("region")) {
            texts.putIfAbsent(name, parser.getText());
        }
    }

    private static Optional<LogPlace> of(Map<String, String> texts) {
        return texts.values().stream().filter(text -> SAFE.matcher(text).matches()).count() == 2
                ? Optional.of(new LogPlace(texts.getOrDefault("accountId", ""), texts.getOrDefault("region", "")))
                : Optional.empty();
    }
}
