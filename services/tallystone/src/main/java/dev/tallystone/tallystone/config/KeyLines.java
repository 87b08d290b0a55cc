package dev.tallystone.tallystone.config;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * On which line of a YAML file each key stands, by path such as {@code meter.commit_interval} or
 * {@code aliases[1].routing}, and where an element of a list begins that has keys.
 */
final class KeyLines {

    private final Map<String, Integer> lines = new HashMap<>();

    /**
     * Reads only where keys stand.
     *
     * @throws ConfigException
     *             when the text is no YAML, or has a key twice
     */
    static KeyLines of(String yaml) {
        var found = new KeyLines();
        try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                refuseAliasOrTag(parser);
                JsonStreamContext at = parser.getParsingContext();
                if (token == JsonToken.FIELD_NAME
                        || (token == JsonToken.START_OBJECT && at.getParent().inArray())) {
                    found.add(path(at), parser.currentTokenLocation().getLineNr());
                }
            }
            return found;
        } catch (IOException e) {
            throw new ConfigException("not YAML: " + e.getMessage(), e);
        }
    }

    /** An alias would be read as a text that is its name, and a tag ignored. */
    private static void refuseAliasOrTag(YAMLParser parser) throws IOException {
        Object tag = parser.getTypeId();
        if (parser.isCurrentAlias() || tag != null) {
            throw new ConfigException("line %d: %s: %s not read here: write the value itself".formatted(
                    parser.currentTokenLocation().getLineNr(), path(parser.getParsingContext()),
                    tag == null ? "aliases such as *" + parser.getText() + " are" : "tags such as !" + tag + " are"),
                    null);
        }
    }

    private static String path(JsonStreamContext at) {
        if (at.inRoot()) {
            return "";
        }
        String above = path(at.getParent());
        if (at.inArray()) {
            return "%s[%d]".formatted(above, at.getCurrentIndex());
        }
        String name = at.getCurrentName();
        return name == null ? above : above.isEmpty() ? name : above + "." + name;
    }

    private void add(String path, int line) {
        Integer first = lines.putIfAbsent(path, line);
        if (first != null) {
            throw new ConfigException("line %d: key '%s' stands on line %d already".formatted(line, path, first), null);
        }
    }

    /** {@code "line 3: "}, or nothing when the key stands in no file. */
    String lineOf(String path) {
        Integer line = lines.get(path);
        return line == null ? "" : "line %d: ".formatted(line);
    }

    /** The line of the key with which the message begins, else of the longest that it names, as above. */
    String lineOfKeyIn(String message) {
        return lines.keySet()
                .stream()
                .filter(message::contains)
                .max(Comparator.<String, Boolean>comparing(message::startsWith).thenComparingInt(String::length))
                .map(this::lineOf)
                .orElse("");
    }
}
