package dev.tallystone.monitor.denominators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tallystone.board.unitcosts.DenominatorKey;
import dev.tallystone.board.unitcosts.DenominatorValue;
import dev.tallystone.board.unitcosts.Denominators;
import dev.tallystone.board.unitcosts.Stretch;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values as JSON, the same when they are posted and when they are kept. */
public final class DenominatorJson {

    private static final List<String> FIELDS = List.of("name", "team", "model", "from", "until", "value");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DenominatorJson() {}

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException
     *             naming the field, and what would have been right
     */
    public static DenominatorValue read(byte[] json) {
        try {
            return value(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the body must be JSON such as {\"name\": \"tickets\", \"from\": "
                    + "\"2026-11-24T10:00:00Z\", \"until\": \"2026-11-24T11:00:00Z\", \"value\": \"1250\"}: "
                    + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static DenominatorValue value(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the body must be one object with " + FIELDS);
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("there is no field '%s'; there are %s".formatted(name, FIELDS));
            }
        });
        var key = new DenominatorKey(required(json, "name"), optional(json, "team"), optional(json, "model"));
        return new DenominatorValue(key, new Stretch(time(json, "from"), time(json, "until")),
                DenominatorValue.decimal(required(json, "value")));
    }

    private static Optional<String> optional(JsonNode json, String field) {
        JsonNode found = json.path(field);
        if (found.isContainerNode() || found.isBoolean()) {
            throw new IllegalArgumentException("%s must be a text, not %s".formatted(field, found.getNodeType()));
        }
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(found.asText());
    }

    private static String required(JsonNode json, String field) {
        return optional(json, field).orElseThrow(() -> new IllegalArgumentException(field + " must be set"));
    }

    private static Instant time(JsonNode json, String field) {
        String text = required(json, field);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("%s must be a time such as 2026-11-24T10:00:00Z, not '%s'".formatted(
                    field, text), e);
        }
    }

    static List<DenominatorValue> readAll(byte[] json) throws IOException {
        var values = new ArrayList<DenominatorValue>();
        JSON.readTree(json).path("values").forEach(each -> values.add(value(each)));
        return values;
    }

    static byte[] write(Denominators denominators) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", 1);
        var values = root.putArray("values");
        denominators.all().forEach(value -> write(values.addObject(), value));
        return JSON.writeValueAsBytes(root);
    }

    private static void write(ObjectNode json, DenominatorValue value) {
        json.put("name", value.key().name());
        value.key().team().ifPresent(team -> json.put("team", team));
        value.key().model().ifPresent(model -> json.put("model", model));
        json.put("from", value.stretch().from().toString())
                .put("until", value.stretch().until().toString())
                .put("value", value.value().toPlainString());
    }
}
