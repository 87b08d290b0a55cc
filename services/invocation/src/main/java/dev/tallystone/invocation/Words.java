package dev.tallystone.invocation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes, eight at a time, the first one lowest: keys and texts are short, so two or three words tell them apart. */
final class Words {

    private static final VarHandle LONGS = MethodHandles
            .byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long NIBBLES = 0x0F * ONES;
    private static final long LETTERS = 0x40 * ONES;
    private static final long ZEROS = '0' * ONES;
    private static final long SIXES = 6 * ONES;
    private static final long TO_LETTERS = 'a' - '0' - 10;

    private Words() {}

    /** The word of the eight bytes from {@code at}. */
    static long word(byte[] data, int at) {
        return (long) LONGS.get(data, at);
    }

    /** The first four bytes from {@code low} and from {@code high}, as one word. */
    static long word(byte[] data, int low, int high) {
        return ((int) INTS.get(data, low) & 0xFFFF_FFFFL) | ((long) (int) INTS.get(data, high) << Integer.SIZE);
    }

    /** The word of at most eight bytes, with zeros behind fewer. */
    static long prefix(byte[] data, int from, int length) {
        if (length >= Long.BYTES) {
            return word(data, from);
        }
        if (from + Long.BYTES <= data.length) {
            return word(data, from) & mask(length);
        }
        long prefix = 0;
        for (int i = length - 1; i >= 0; i--) {
            prefix = (prefix << 8) | (data[from + i] & 0xFF);
        }
        return prefix;
    }

    /** Ones where a word holds its first {@code length} bytes; 0 to 7. */
    static long mask(int length) {
        return (1L << (8 * length)) - 1;
    }

    /** Highs where a byte of the word is zero; right up to the lowest of them, which is all that a search needs. */
    static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    /** Highs where a byte of the word is below that of {@code bounds}, an ASCII one; as right as {@link #zeros}. */
    static long below(long word, long bounds) {
        return (word - bounds) & ~word & HIGHS;
    }

    /** The same byte eight times. */
    static long repeated(char b) {
        return b * ONES;
    }

    /** Which of the eight bytes a hit of {@link #zeros} means first. */
    static int first(long hits) {
        return Long.numberOfTrailingZeros(hits) >>> 3;
    }

    /** The number that eight hexadecimal digits spell, the first one highest, or −1. */
    static long hex(long digits) {
        long letters = digits & LETTERS;
        long nibbles = (digits & NIBBLES) + 9 * (letters >>> 6);
        long tens = ((nibbles + SIXES) >>> 4) & ONES;
        boolean spelled = nibbles + ZEROS + TO_LETTERS * tens == (digits | (letters >>> 1))
                && (nibbles & ~NIBBLES) == 0;
        return spelled ? Long.compress(Long.reverseBytes(nibbles), NIBBLES) : -1;
    }

    /** Where a byte stands first within {@code [from, end)}, or {@code end}. */
    static int indexOf(byte[] data, char wanted, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long hits = zeros(word(data, at) ^ repeated(wanted));
            if (hits != 0) {
                return at + first(hits);
            }
        }
        while (at < end && data[at] != wanted) {
            at++;
        }
        return at;
    }
}
