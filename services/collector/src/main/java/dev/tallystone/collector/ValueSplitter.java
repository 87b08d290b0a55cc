package dev.tallystone.collector;

import java.io.IOException;
import java.io.InputStream;

/**
 * Every JSON value is a record, over however many lines it stretches. Looks at quotes and brackets alone, so a value's
 * bytes stay as they are, and whether it is sound JSON is for others to judge.
 *
 * <pre>
 *   between ──{ [ "──→ within, depth 1.. ──→ depth 0: hand on
 *      ↑  └──other───→ scalar ──space or comma──→ hand on
 *      └ space, comma; brackets where an array is unwrapped
 * </pre>
 */
final class ValueSplitter implements RecordSplitter {

    private final boolean unwrapsArrays;
    private final byte[] chunk = new byte[1 << 16];
    private final RecordBytes value = new RecordBytes();
    private long number = 1;
    private long begunAt;
    private int depth;
    private boolean begun;
    private boolean inString;
    private boolean escaped;

    /** Takes the elements of an array for records where {@code unwrapsArrays}, else the array itself. */
    ValueSplitter(boolean unwrapsArrays) {
        this.unwrapsArrays = unwrapsArrays;
    }

    @Override
    public void split(InputStream text, Sink sink) throws IOException {
        for (int length = text.read(chunk, 0, chunk.length); length >= 0; length = text.read(chunk, 0, chunk.length)) {
            for (int at = 0; at < length; at++) {
                step(at, sink);
            }
        }
        if (depth > 0 || inString) {
            throw new DamagedFileException(FileProblem.Reason.TRUNCATED_FILE,
                    "the file ends within the JSON value of line " + begunAt);
        }
        if (begun) {
            end(sink);
        }
    }

    private void step(int at, Sink sink) {
        byte b = chunk[at];
        if (begun && depth == 0 && !inString && endsScalar(b)) {
            end(sink);
        }
        if (begun || begins(b)) {
            value.append(chunk, at, at + 1);
            follow(b, sink);
        }
        number += b == '\n' ? 1 : 0;
    }

    private static boolean endsScalar(byte b) {
        return RecordBytes.isSpace(b) || b == ',' || b == ']';
    }

    private boolean begins(byte b) {
        boolean between = RecordBytes.isSpace(b) || b == ',' || isByteOrderMark(b)
                || (unwrapsArrays && (b == '[' || b == ']'));
        begun = !between;
        begunAt = number;
        return begun;
    }

    private static boolean isByteOrderMark(byte b) {
        return b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
    }

    private void follow(byte b, Sink sink) {
        if (inString) {
            inString = escaped || b != '"';
            escaped = !escaped && b == '\\';
        } else {
            inString = b == '"';
            depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
        }
        boolean closes = b == '"' || b == '}' || b == ']';
        if (closes && !inString && depth <= 0) {
            end(sink);
        }
    }

    private void end(Sink sink) {
        sink.accept(begunAt, value.take());
        begun = false;
        depth = 0;
    }
}
