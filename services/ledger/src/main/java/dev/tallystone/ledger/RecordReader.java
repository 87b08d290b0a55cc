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

    /** A number that is a small non-negative one in every record that we write, such as a length. */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.capacity()) {
            throw new LedgerException("%d is no count for a record of %d bytes".formatted(count, bytes.capacity()));
        }
        return (int) count;
    }

    long word() {
        if (bytes.remaining() < Long.BYTES) {
            throw new LedgerException("the record ends within a word, at byte " + bytes.position());
        }
        return bytes.getLong();
    }

    String text() {
        int known = count();
        if (known > texts.size()) {
            throw new LedgerException("text %d is used before it is written".formatted(known));
        }
        if (known > 0) {
            return texts.get(known - 1);
        }
        byte[] utf8 = new byte[Math.min(count(), bytes.remaining())];
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
