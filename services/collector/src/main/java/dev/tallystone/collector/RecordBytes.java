package dev.tallystone.collector;

import java.util.Arrays;

/**
 * A record as it grows. What exceeds {@link LogLine#MAX_BYTES} is dropped, but for one byte: it tells a record that is
 * too long from one with a carriage return behind it.
 */
final class RecordBytes {

    private static final int CAPACITY = LogLine.MAX_BYTES + 1;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    void append(byte[] source, int from, int to) {
        int more = Math.min(to - from, CAPACITY - length);
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(CAPACITY, Math.max(2 * bytes.length, length + more)));
        }
        System.arraycopy(source, from, bytes, length, more);
        length += more;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!isSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** What JSON takes for space. */
    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** The record, without the carriage return of a line that ends in two characters. Begins the next one. */
    byte[] take() {
        boolean returned = length > 0 && length < CAPACITY && bytes[length - 1] == '\r';
        byte[] taken = Arrays.copyOf(bytes, Math.min(returned ? length - 1 : length, LogLine.MAX_BYTES));
        length = 0;
        return taken;
    }

    void clear() {
        length = 0;
    }
}
