package dev.tallystone.invocation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The identity by which a call counts once, in 128 bits: the UUID itself, else the first half of SHA-256 over account
 * and id. A UUID is taken without its account, because a span of the same call may not know it.
 */
final class RequestId {

    static final int MAX_BYTES = 200;
    private static final int UUID_LENGTH = 36;

    private final byte[] uuid = new byte[UUID_LENGTH];
    private final MessageDigest sha256;
    private byte[] key = uuid;
    private long high;
    private long low;

    RequestId() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Why the text must not be an identity, or null. */
    @Nullable
    RejectionReason read(byte[] data, int from, int to, String account) {
        if (to - from == UUID_LENGTH && readUuid(data, from)) {
            return null;
        }
        JsonText text = JsonText.of(data, from, to);
        byte[] plain = text.value().getBytes(StandardCharsets.UTF_8);
        if (plain.length != UUID_LENGTH || !readUuid(plain, 0)) {
            key = plain;
            sha256.update(account.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            ByteBuffer digest = ByteBuffer.wrap(sha256.digest(key));
            high = digest.getLong();
            low = digest.getLong();
        }
        return text.rejection();
    }

    private boolean readUuid(byte[] data, int from) {
        boolean dashed = data[from + 8] == '-' && data[from + 13] == '-' && data[from + 18] == '-'
                && data[from + 23] == '-';
        if (!dashed) {
            return false;
        }
        long timeLow = Words.hex(Words.word(data, from));
        long midAndVersion = Words.hex(Words.word(data, from + 9, from + 14));
        long variantAndNode = Words.hex(Words.word(data, from + 19, from + 24));
        long node = Words.hex(Words.word(data, from + 28));
        if ((timeLow | midAndVersion | variantAndNode | node) < 0) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            uuid[i] = (byte) (data[from + i] | 0x20); // digits and dashes have the bit already
        }
        key = uuid;
        high = (timeLow << Integer.SIZE) | midAndVersion;
        low = (variantAndNode << Integer.SIZE) | node;
        return true;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /**
     * The record key that places every copy in one partition: the id, a UUID in lower case. Valid until the next read.
     */
    byte[] key() {
        return key;
    }
}
