package dev.tallystone.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tallystone.invocation.RejectionReason;
import java.io.IOException;
import java.util.Map;

/**
 * A record that could not be counted: why, where it stands on {@code invocations} while that is kept, and the Bedrock
 * fields that could be read. Never the record's own bytes, which hold prompts.
 *
 * @param topic
 *            where the record stands
 * @param appendedAtMs
 *            Kafka's time of arrival
 * @param bytes
 *            the record's size
 * @param sha256
 *            of the record's value, in hexadecimal
 * @param fields
 *            by Bedrock's names
 */
public record DeadLetter(RejectionReason reason, String explanation, String topic, int partition, long offset,
        @JsonProperty("appended_at_ms") long appendedAtMs, int bytes, String sha256, Map<String, String> fields) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    public DeadLetter {
        fields = Map.copyOf(fields);
    }

    /** The key of its record: the source position. */
    public String key() {
        return "%s-%d@%d".formatted(topic, partition, offset);
    }

    /** As JSON. */
    public byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dead letter holds only texts and numbers", e);
        }
    }

    /**
     * Reads it back.
     *
     * @throws LedgerException
     *             when the bytes are no dead letter
     */
    public static DeadLetter ofJson(byte[] json) {
        try {
            return JSON.readValue(json, DeadLetter.class);
        } catch (IOException e) {
            throw new LedgerException("not a dead letter: " + e.getMessage(), e);
        }
    }
}
