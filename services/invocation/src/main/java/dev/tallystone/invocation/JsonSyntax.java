package dev.tallystone.invocation;

import org.jspecify.annotations.Nullable;

/**
 * Steps over JSON without making anything of it. Every method takes the position of a first byte and returns the
 * position behind the last one, or {@link #STOP} once {@link #rejection()} says why.
 *
 * <pre>
 *            {key:          ,key: (object)
 *   VALUE ──────────→ VALUE ←───────────── AFTER ──→ end, once nothing is open
 *     │ [                   ←───────────── ↑ │ } ]
 *     │                      , (array)     └─┘
 *     └ scalar ──────────────────────────→ AFTER
 * </pre>
 *
 * Strings are passed eight bytes at a time: most of a record is prompt and answer (measured by the benchmark).
 */
class JsonSyntax {

    /** No position: the record was rejected. */
    static final int STOP = -1;
    static final int MAX_DEPTH = 1_000;

    private static final long QUOTES = Words.repeated('"');
    private static final long BACKSLASHES = Words.repeated('\\');
    private static final long SPACES = Words.repeated(' ');

    /** One bit for each open container: set for an object. */
    private final long[] open = new long[MAX_DEPTH / Long.SIZE + 1];
    byte[] data = {};
    int end;
    /** Whether the string passed last holds an escape. */
    boolean escaped;
    private @Nullable RejectionReason rejection;

    final void reset(byte[] bytes, int to) {
        data = bytes;
        end = to;
        rejection = null;
    }

    final @Nullable RejectionReason rejection() {
        return rejection;
    }

    final int reject(RejectionReason reason) {
        rejection = reason;
        return STOP;
    }

    /** The byte at a position, or 0, which no JSON allows, behind the end. */
    final byte at(int position) {
        return position < end ? data[position] : 0;
    }

    final int skipSpace(int from) {
        int at = from;
        while (at < end && data[at] <= ' ' && isSpace(data[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Over a string, from its opening quote. Escapes are checked, characters are not. */
    final int skipString(int from) {
        if (at(from) != '"') {
            return reject(RejectionReason.BAD_JSON);
        }
        int at = from + 1;
        escaped = false;
        while (true) {
            at = toSpecial(at);
            byte b = at(at);
            if (b == '"') {
                return at + 1;
            }
            if (b != '\\' || !isEscape(at + 1)) {
                return reject(RejectionReason.BAD_JSON);
            }
            escaped = true;
            at += 2;
        }
    }

    /** To the next quote, backslash or control character. */
    private int toSpecial(int from) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long word = Words.word(data, at);
            long hit = Words.zeros(word ^ QUOTES) | Words.zeros(word ^ BACKSLASHES) | Words.below(word, SPACES);
            if (hit != 0) {
                return at + Words.first(hit);
            }
        }
        while (at < end && data[at] != '"' && data[at] != '\\' && (data[at] < 0 || data[at] >= ' ')) {
            at++;
        }
        return at;
    }

    private boolean isEscape(int at) {
        return switch (at(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> true;
            case 'u' -> isHex(at + 1) && isHex(at + 2) && isHex(at + 3) && isHex(at + 4);
            default -> false;
        };
    }

    private boolean isHex(int at) {
        return Character.digit(at(at), 16) >= 0;
    }

    /** Over any value, from its first byte. */
    final int skipValue(int from) {
        int depth = 0;
        int at = from;
        while (true) {
            byte b = at(at);
            boolean object = b == '{';
            if (object || b == '[') {
                if (depth == MAX_DEPTH) {
                    return reject(RejectionReason.TOO_DEEP);
                }
                at = skipSpace(at + 1);
                if (at(at) != (object ? '}' : ']')) {
                    push(depth++, object);
                    at = object ? skipKey(at) : at;
                    if (at == STOP) {
                        return STOP;
                    }
                    continue;
                }
                at++;
            } else {
                at = skipScalar(at);
            }
            while (at != STOP && depth > 0) {
                at = skipSpace(at);
                boolean inObject = isObject(depth - 1);
                byte next = at(at);
                if (next == ',') {
                    at = skipSpace(at + 1);
                    at = inObject ? skipKey(at) : at;
                    break;
                }
                if (next != (inObject ? '}' : ']')) {
                    return reject(RejectionReason.BAD_JSON);
                }
                depth--;
                at++;
            }
            if (at == STOP || depth == 0) {
                return at;
            }
        }
    }

    private void push(int depth, boolean object) {
        long bit = 1L << depth;
        open[depth >> 6] = object ? (open[depth >> 6] | bit) : (open[depth >> 6] & ~bit);
    }

    private boolean isObject(int depth) {
        return (open[depth >> 6] & (1L << depth)) != 0;
    }

    /** Over a key and its colon, to the value's first byte. */
    private int skipKey(int from) {
        int at = skipString(from);
        return at == STOP ? STOP : skipColon(at);
    }

    final int skipColon(int from) {
        int at = skipSpace(from);
        return at(at) == ':' ? skipSpace(at + 1) : reject(RejectionReason.BAD_JSON);
    }

    /** Over a string, number, true, false or null. */
    final int skipScalar(int from) {
        return switch (at(from)) {
            case '"' -> skipString(from);
            case 't' -> skipWord(from, "true");
            case 'f' -> skipWord(from, "false");
            case 'n' -> skipWord(from, "null");
            default -> skipNumber(from);
        };
    }

    private int skipWord(int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at(from + i) != word.charAt(i)) {
                return reject(RejectionReason.BAD_JSON);
            }
        }
        return from + word.length();
    }

    private int skipNumber(int from) {
        int at = at(from) == '-' ? from + 1 : from;
        at = at(at) == '0' ? at + 1 : skipDigits(at);
        if (at != STOP && at(at) == '.') {
            at = skipDigits(at + 1);
        }
        if (at != STOP && (at(at) == 'e' || at(at) == 'E')) {
            at = skipDigits(at(at + 1) == '+' || at(at + 1) == '-' ? at + 2 : at + 1);
        }
        return at;
    }

    private int skipDigits(int from) {
        int at = from;
        while (at(at) >= '0' && at(at) <= '9') {
            at++;
        }
        return at > from ? at : reject(RejectionReason.BAD_JSON);
    }
}
