package dev.tallystone.tallystone.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tallystone.tallystone.TallystoneSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a configuration: the defaults, under the user's file, under single keys from the command line. */
public final class ConfigReader {

    /**
     * Never through a double: it would round a price of many digits, and read one of too large an exponent as Infinity.
     */
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private ConfigReader() {}

    /** The commented file of every key and default. */
    public static String defaults() {
        try (InputStream yaml = ConfigReader.class.getResourceAsStream("tallystone.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("tallystone.yaml is not beside " + ConfigReader.class);
            }
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a user's YAML, which may be empty, and keys such as {@code http.port} that override it.
     *
     * @throws ConfigException
     *             naming key and line
     */
    public static TallystoneSettings read(String yaml, Map<String, String> overrides) {
        KeyLines lines = KeyLines.of(yaml);
        try {
            YAML.readValue(yaml.isBlank() ? "{}" : yaml, ConfigText.class);
            JsonNode merged = merge(YAML.readTree(defaults()), YAML.readTree(yaml.isBlank() ? "{}" : yaml));
            overrides.forEach((key, value) -> override((ObjectNode) merged, key, value));
            return judged(merged, lines);
        } catch (UnrecognizedPropertyException e) {
            throw new ConfigException("%sthere is no key '%s'; the keys there are %s".formatted(
                    lines.lineOf(path(e)), e.getPropertyName(), new TreeSet<>(e.getKnownPropertyIds()
                            .stream()
                            .map(Object::toString)
                            .toList())),
                    e);
        } catch (JsonMappingException e) {
            throw new ConfigException(lines.lineOf(path(e)) + path(e) + ": " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new ConfigException("line %d: %s".formatted(line(e), e.getOriginalMessage()), e);
        }
    }

    /** Where Jackson stopped, as {@link KeyLines} writes paths. */
    private static String path(JsonMappingException e) {
        return e.getPath()
                .stream()
                .map(step -> step.getFieldName() == null
                        ? "[%d]".formatted(step.getIndex())
                        : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static TallystoneSettings judged(JsonNode merged, KeyLines lines) throws JsonProcessingException {
        try {
            Placeholders.judge(merged);
            return SettingsOf.text(YAML.treeToValue(merged, ConfigText.class));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new ConfigException(lines.lineOfKeyIn(message) + message, e);
        }
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    /** Maps merge key by key; anything else replaces what was there. Kafka's own properties merge too. */
    private static JsonNode merge(JsonNode below, JsonNode above) {
        if (!(below instanceof ObjectNode base) || !(above instanceof ObjectNode top)) {
            return above.isMissingNode() || above.isNull() ? below : above;
        }
        top.properties().forEach(entry -> {
            JsonNode known = base.get(entry.getKey());
            base.set(entry.getKey(), known == null ? entry.getValue() : merge(known, entry.getValue()));
        });
        return base;
    }

    private static void override(ObjectNode config, String key, String value) {
        int dot = key.indexOf('.');
        String section = dot < 0 ? key : key.substring(0, dot);
        JsonNode known = config.get(section);
        if (known == null) {
            throw new ConfigException("--set %s: there is no key '%s'".formatted(key, section), null);
        }
        if (dot >= 0 && known instanceof ObjectNode map) {
            map.set(key.substring(dot + 1), parsed(value));
        } else {
            config.set(section, parsed(value));
        }
    }

    private static JsonNode parsed(String value) {
        KeyLines.of(value);
        try {
            return YAML.readTree(value.isEmpty() ? "\"\"" : value);
        } catch (JsonMappingException e) {
            throw new ConfigException("'%s' is not YAML: %s".formatted(value, e.getOriginalMessage()), e);
        } catch (JsonProcessingException e) {
            throw new ConfigException("'%s' is not YAML".formatted(value), e);
        }
    }
}
