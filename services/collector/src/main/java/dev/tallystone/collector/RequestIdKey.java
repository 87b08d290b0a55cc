package dev.tallystone.collector;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Kafka key that brings all copies of a record to the same meter. The request id as the meter reads it, or, where
 * there is none to be read, a hash of the record: a copy of a broken record is still a copy.
 */
public final class RequestIdKey {

    /** The meter takes no longer id; and key and record together must fit into Kafka's limit. */
    private static final int MAX_ID_BYTES = 200;
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private RequestIdKey() {}

    /** For a record whose envelope is not needed otherwise. */
    public static String of(byte[] line) {
        return of(line, RecordEnvelope.of(line));
    }

    /** For a record whose envelope has been read. */
    public static String of(byte[] line, RecordEnvelope envelope) {
        return envelope.requestId()
                .map(id -> canonical(id.text()))
                .filter(id -> id.getBytes(StandardCharsets.UTF_8).length <= MAX_ID_BYTES)
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> sha256(line));
    }

    /** An id in the one form in which equal ids are equal. */
    public static String canonical(String requestId) {
        return UUID.matcher(requestId).matches()
                ? requestId.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(requestId, Normalizer.Form.NFC);
    }

    private static String sha256(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
