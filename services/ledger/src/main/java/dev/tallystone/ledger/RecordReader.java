package dev.tallystone.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link RecordWriter} wrote. */
final class RecordReader {

    private final ByteBuffer bytes;
    private final List<String> texts = new ArrayList<>();

    RecordReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    long number() {
        long rest = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = next();
            rest |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
        throw new LedgerException("a number has more than ten bytes, at byte " + bytes.position());
    }

    /** A whole number of 32 bits. */
    int integer() {
        long number = number();
        if ((int) number != number) {
            throw new LedgerException("%d does not fit into 32 bits".formatted(number));
        }
        return (int) number;
    }

    /** How many things follow, each of at least {@code bytesEach}: nothing is allocated for more than can be there. */
    int count(int bytesEach) {
        long count = number();
        if (count < 0 || count > bytes.remaining() / bytesEach) {
            throw new LedgerException(
                    "%d things of %d bytes cannot follow in %d bytes".formatted(count, bytesEach, bytes.remaining()));
        }
        return (int) count;
    }

    /** The number of one of {@code size} things. */
    int index(int size) {
        long index = number();
        if (index < 0 || index >= size) {
            throw new LedgerException("there is no number %d of %d".formatted(index, size));
        }
        return (int) index;
    }

    /** One of the values that this release knows. */
    <T> T oneOf(List<T> values) {
        long ordinal = number();
        if (ordinal < 0 || ordinal >= values.size()) {
            throw new LedgerException("value %d of %s is newer than this release".formatted(ordinal, values));
        }
        return values.get((int) ordinal);
    }

    long word() {
        if (bytes.remaining() < Long.BYTES) {
            throw new LedgerException("the record ends within a word, at byte " + bytes.position());
        }
        return bytes.getLong();
    }

    String text() {
        int known = index(texts.size() + 1);
        if (known > 0) {
            return texts.get(known - 1);
        }
        byte[] utf8 = new byte[count(1)];
        bytes.get(utf8);
        String text = new String(utf8, StandardCharsets.UTF_8);
        texts.add(text);
        return text;
    }

    void end() {
        if (bytes.hasRemaining()) {
            throw new LedgerException("%d bytes too many".formatted(bytes.remaining()));
        }
    }

    private byte next() {
        try {
            return bytes.get();
        } catch (BufferUnderflowException e) {
            throw new LedgerException("the record ends within a number, after %d bytes".formatted(bytes.capacity()), e);
        }
    }
}
