package dev.tallystone.workload;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The UTF-8 of one record as it grows. Written in place, because a load test makes hundreds of thousands a second; a
 * JSON library would be slower, and would tidy away the oddities that are wanted here. Belongs to one thread.
 */
final class RecordText {

    private byte[] bytes = new byte[4096];
    private int length;

    /** Begins the next record. */
    RecordText restart() {
        length = 0;
        return this;
    }

    /** ASCII, in which {@code '} stands for a quotation mark, so that JSON stays readable in Java. */
    RecordText json(String ascii) {
        int size = ascii.length();
        reserve(size);
        byte[] target = bytes;
        int at = length;
        for (int i = 0; i < size; i++) {
            char character = ascii.charAt(i);
            target[at + i] = (byte) (character == '\'' ? '"' : character);
        }
        length = at + size;
        return this;
    }

    /** UTF-8 as it is. */
    RecordText utf8(byte[] ready) {
        reserve(ready.length);
        System.arraycopy(ready, 0, bytes, length, ready.length);
        length += ready.length;
        return this;
    }

    RecordText number(long number) {
        if (number < 10 && number >= 0) {
            reserve(1);
            bytes[length++] = (byte) ('0' + number);
            return this;
        }
        return json(Long.toString(number));
    }

    /** ISO 8601 in UTC to the millisecond. By hand: a formatter took longer than all the rest of a record. */
    RecordText timestamp(Instant instant) {
        var utc = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        reserve(24);
        digits(utc.getYear(), 4, '-');
        digits(utc.getMonthValue(), 2, '-');
        digits(utc.getDayOfMonth(), 2, 'T');
        digits(utc.getHour(), 2, ':');
        digits(utc.getMinute(), 2, ':');
        digits(utc.getSecond(), 2, '.');
        digits(utc.getNano() / 1_000_000, 3, 'Z');
        return this;
    }

    private void digits(int value, int width, char end) {
        int rest = value;
        for (int at = length + width - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        bytes[length + width] = (byte) end;
        length += width + 1;
    }

    /** Ends the record: its last comma becomes the closing brace. */
    byte[] closed() {
        bytes[length - 1] = '}';
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
