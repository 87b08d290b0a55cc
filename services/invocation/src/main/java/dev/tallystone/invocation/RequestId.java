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
    /** The value of each hexadecimal digit, −1 for any other byte. */
    private static final byte[] HEX = hexDigits();

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
        long timeLow = hex(data, from, 8);
        long mid = hex(data, from + 9, 4);
        long version = hex(data, from + 14, 4);
        long variant = hex(data, from + 19, 4);
        long node = hex(data, from + 24, 12);
        if ((timeLow | mid | version | variant | node) < 0) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            uuid[i] = (byte) (data[from + i] | 0x20); // digits and dashes have the bit already
        }
        key = uuid;
        high = (timeLow << 32) | (mid << 16) | version;
        low = (variant << 48) | node;
        return true;
    }

    /** So many hexadecimal digits, or a negative number. */
    private static long hex(byte[] data, int from, int digits) {
        long value = 0;
        int wrong = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = HEX[data[i] & 0xFF];
            wrong |= digit;
            value = (value << 4) | digit;
        }
        return wrong < 0 ? -1 : value;
    }

    private static byte[] hexDigits() {
        byte[] digits = new byte[256];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (i < 128 ? Character.digit(i, 16) : -1);
        }
        return digits;
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
