package dev.tallystone.tallystone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code aws bedrock list-provisioned-model-throughputs} answers (API reference, ProvisionedModelSummary).
 *
 * @param skipped
 *            what is not owned or cannot be read, each with its reason, for people
 * @param whole
 *            false when AWS has more to list
 */
record ProvisionedList(List<ProvisionedModel> owned, List<String> skipped, boolean whole) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROWS = "provisionedModelSummaries";

    ProvisionedList {
        owned = List.copyOf(owned);
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads an answer.
     *
     * @throws IllegalArgumentException
     *             when it is none
     */
    static ProvisionedList read(String json) {
        JsonNode answer = tree(json);
        if (!answer.path(ROWS).isArray()) {
            throw new IllegalArgumentException(
                    "there is no list '%s', so it is not what 'aws bedrock list-provisioned-model-throughputs' answers"
                            .formatted(ROWS));
        }
        var owned = new ArrayList<ProvisionedModel>();
        var skipped = new ArrayList<String>();
        for (JsonNode row : answer.path(ROWS)) {
            try {
                owned.add(ProvisionedModel.of(row));
            } catch (IllegalArgumentException e) {
                skipped.add("%s: %s".formatted(quoted(row.path("provisionedModelName").asText("without a name")),
                        e.getMessage()));
            }
        }
        return new ProvisionedList(owned, skipped, !answer.hasNonNull("nextToken") && !answer.hasNonNull("NextToken"));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line %d is not JSON: %s".formatted(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(), e.getOriginalMessage()), e);
        }
    }

    /** On one line, in the quotes of JSON, which are also those of YAML. */
    static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("any text can be quoted", e);
        }
    }
}
