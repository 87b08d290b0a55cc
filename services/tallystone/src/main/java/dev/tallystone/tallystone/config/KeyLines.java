package dev.tallystone.tallystone.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** On which line of a YAML file each key stands, by path such as {@code meter.commit_interval}. */
final class KeyLines {

    private final Map<String, Integer> lines = new HashMap<>();

    static KeyLines of(String yaml) throws IOException {
        var found = new KeyLines();
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    String path = parser.getParsingContext().pathAsPointer().toString().substring(1).replace('/', '.');
                    found.lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return found;
    }

    /** The line of the longest key that the message names. */
    Optional<String> lineOfKeyIn(String message) {
        return lines.keySet()
                .stream()
                .filter(message::contains)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(key -> "line %d: ".formatted(lines.get(key)));
    }
}
