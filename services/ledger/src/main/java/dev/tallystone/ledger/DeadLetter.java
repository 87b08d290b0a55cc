package dev.tallystone.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tallystone.invocation.RejectionReason;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record that could not be counted: why, where it stands on {@code invocations} while that is kept, and the Bedrock
 * fields that could be read. Never the record's own bytes, which hold prompts.
 *
 * <p>
 * Its JSON spells names as Bedrock's own records do, {@code appendedAtMs} like {@code modelId}.
 *
 * @param explanation
 *            what would have been right
 * @param topic
 *            where the record stands
 * @param appendedAtMs
 *            Kafka's time of arrival
 * @param bytes
 *            the record's size
 * @param sha256
 *            of the record's value, in hexadecimal
 * @param fields
 *            by Bedrock's names, in the order of its records
 */
public record DeadLetter(RejectionReason reason, String explanation, String topic, int partition, long offset,
        long appendedAtMs, int bytes, String sha256, Map<String, String> fields) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public DeadLetter {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
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
            DeadLetter letter = JSON.readValue(json, DeadLetter.class);
            if (letter == null) {
                throw new LedgerException("not a dead letter: null");
            }
            return letter;
        } catch (IOException e) {
            throw new LedgerException("not a dead letter: " + e.getMessage(), e);
        }
    }
}
