package dev.tallystone.invocation;

import static dev.tallystone.invocation.Field.CACHE_DETAIL;
import static dev.tallystone.invocation.Field.CACHE_DETAIL_TOKENS;
import static dev.tallystone.invocation.Field.CACHE_DETAIL_TTL;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_1H;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_30M;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_5M;

import dev.tallystone.invocation.Field.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the fields of the record at hand stand, as positions into its bytes. Reused for every record. */
final class FieldValues {

    private static final int FIELDS = Field.values().length;
    private static final byte[] FIVE_MINUTES = ascii("5m");
    private static final byte[] HALF_AN_HOUR = ascii("30m");
    private static final byte[] ONE_HOUR = ascii("1h");

    private final int[] start = new int[FIELDS];
    private final int[] end = new int[FIELDS];
    private final long[] sums = new long[FIELDS];
    private final long[] writesByLifetime = new long[Measure.ALL.size()];
    private byte[] data = {};
    private long present;

    /** As {@link #textIs} takes it. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void reset(byte[] bytes) {
        data = bytes;
        present = 0;
        writesByLifetime[CACHE_WRITE_5M.ordinal()] = 0;
        writesByLifetime[CACHE_WRITE_30M.ordinal()] = 0;
        writesByLifetime[CACHE_WRITE_1H.ordinal()] = 0;
    }

    byte[] data() {
        return data;
    }

    /** Null counts as absent. In bodies, a sum ignores what is not a count: a body is not ours to judge. */
    void put(Field field, int from, int to) {
        if (data[from] == 'n') {
            return;
        }
        if (field.kind == Kind.SUM) {
            add(field, Math.max(0, Count.parse(data, from, to)));
        } else if (field.kind != Kind.LENGTH) {
            start[field.ordinal()] = from;
            end[field.ordinal()] = to;
            present |= field.bit();
        }
    }

    /** An array begins: one without elements is known to have none. */
    void array(@Nullable Field field) {
        if (field != null && field.kind == Kind.LENGTH) {
            add(field, 0);
        }
    }

    /** One element of an array has been read. */
    void element(@Nullable Field field) {
        if (field != null && field.kind == Kind.LENGTH) {
            add(field, 1);
        } else if (field == CACHE_DETAIL) {
            addCacheDetail();
            present &= ~(CACHE_DETAIL_TTL.bit() | CACHE_DETAIL_TOKENS.bit());
        }
    }

    private void add(Field field, long amount) {
        long sum = has(field) ? sums[field.ordinal()] : 0;
        sums[field.ordinal()] = sum + amount;
        present |= field.bit();
    }

    private void addCacheDetail() {
        Measure measure = textIs(CACHE_DETAIL_TTL, FIVE_MINUTES)
                ? CACHE_WRITE_5M
                : textIs(CACHE_DETAIL_TTL, HALF_AN_HOUR)
                        ? CACHE_WRITE_30M
                        : textIs(CACHE_DETAIL_TTL, ONE_HOUR) ? CACHE_WRITE_1H : null;
        if (measure != null) {
            writesByLifetime[measure.ordinal()] += Math.max(0, count(CACHE_DETAIL_TOKENS));
        }
    }

    boolean has(Field field) {
        return (present & field.bit()) != 0;
    }

    /** What Converse's {@code cacheDetails} say was written for this lifetime. */
    long cacheWrites(Measure lifetime) {
        return writesByLifetime[lifetime.ordinal()];
    }

    boolean isText(Field field) {
        return has(field) && data[start[field.ordinal()]] == '"';
    }

    /** The first byte of a text, behind its quote. */
    int textStart(Field field) {
        return start[field.ordinal()] + 1;
    }

    /** The position of a text's closing quote. */
    int textEnd(Field field) {
        return end[field.ordinal()] - 1;
    }

    /** Whether a text is spelled so, in ASCII. */
    boolean textIs(Field field, byte[] expected) {
        return isText(field)
                && Arrays.equals(data, textStart(field), textEnd(field), expected, 0, expected.length);
    }

    /** Whether one of these says outright that there was nothing. */
    boolean holdsZero(Field[] counts) {
        for (Field field : counts) {
            if (count(field) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The count, or {@link Count#ABSENT}, or a rejection as {@link Count} tells it. */
    long count(Field field) {
        if (!has(field)) {
            return Count.ABSENT;
        }
        return switch (field.kind) {
            case SUM, LENGTH -> sums[field.ordinal()];
            case HEAD, CONFIGURED, LAST, ELEMENT -> Count.parse(data, start[field.ordinal()], end[field.ordinal()]);
        };
    }
}
