package dev.tallystone.loadgen;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** YAML as written, two levels deep, and nothing judged: each key by its path, such as {@code run.rate}. */
final class ConfigEntries {

    /**
     * What stands behind a key.
     *
     * @param value
     *            null where there is none, and in front of further keys
     */
    record Entry(int line, @Nullable String value, boolean keysBelow) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ConfigEntries() {}

    /**
     * Reads in the file's order.
     *
     * @throws ConfigException
     *             when the text is no YAML, has a key twice, or a list or a third level
     */
    static Map<String, Entry> read(String yaml) {
        var text = new ConfigEntries();
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                text.readKeys(parser, "");
                first = parser.nextToken();
            }
            if (first != null && first != JsonToken.VALUE_NULL) {
                throw new ConfigException("line %d: keys must stand here, and in one document alone"
                        .formatted(line(parser)), null);
            }
            return Collections.unmodifiableMap(text.entries);
        } catch (IOException e) {
            throw notYaml(e);
        }
    }

    private static ConfigException notYaml(IOException e) {
        if (e instanceof JsonProcessingException wrong && wrong.getLocation() != null) {
            String why = wrong.getOriginalMessage().lines().findFirst().orElse("");
            return new ConfigException("line %d: not YAML: %s".formatted(wrong.getLocation().getLineNr(), why), e);
        }
        return new ConfigException("not YAML: " + e.getMessage(), e);
    }

    private void readKeys(JsonParser parser, String section) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String path = section + parser.currentName();
            int line = line(parser);
            JsonToken value = parser.nextToken();
            boolean keysBelow = value == JsonToken.START_OBJECT;
            if (value.isStructStart() && !(keysBelow && section.isEmpty())) {
                throw new ConfigException("line %d: %s must be one value, not %s".formatted(line, path,
                        keysBelow ? "further keys" : "a list"), null);
            }
            String text = keysBelow || value == JsonToken.VALUE_NULL ? null : parser.getText();
            add(path, new Entry(line, text, keysBelow));
            if (keysBelow) {
                readKeys(parser, path + ".");
            }
        }
    }

    private void add(String path, Entry entry) {
        Entry first = entries.putIfAbsent(path, entry);
        if (first != null) {
            throw new ConfigException("line %d: key '%s' stands on line %d already".formatted(entry.line, path,
                    first.line), null);
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
