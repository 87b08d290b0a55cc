package dev.tallystone.invocation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JSON string that is read, as text in Unicode's normal form C, or the reason why it must not become a label, a log
 * line or part of a page.
 */
record JsonText(String value, @Nullable RejectionReason rejection) {

    /** Reads what stands between the quotes. */
    static JsonText of(byte[] data, int from, int to) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(unescape(data, from, to))).toString();
        } catch (CharacterCodingException e) {
            return new JsonText("", isUtf8(data, from, to) ? RejectionReason.BAD_UNICODE : RejectionReason.BAD_UTF8);
        }
        boolean hidden = text.codePoints().anyMatch(JsonText::isInvisible);
        return hidden
                ? new JsonText("", RejectionReason.BAD_CHARS)
                : new JsonText(Normalizer.normalize(text, Normalizer.Form.NFC), null);
    }

    private static boolean isUtf8(byte[] data, int from, int to) {
        byte[] mended = new String(data, from, to - from, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(mended, 0, mended.length, data, from, to);
    }

    /** Control characters, and those that hide or reorder what a person reads. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    /** The UTF-8 that an escaped string spells; half a surrogate pair becomes bytes that no UTF-8 decoder takes. */
    static byte[] unescape(byte[] data, int from, int to) {
        var plain = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (data[i] != '\\') {
                plain.write(data[i]);
            } else if (data[++i] == 'u') {
                i = unescapeUnicode(data, i, to, plain);
            } else {
                plain.write(unescaped(data[i]));
            }
        }
        return plain.toByteArray();
    }

    private static int unescapeUnicode(byte[] data, int at, int to, ByteArrayOutputStream plain) {
        char unit = unit(data, at);
        boolean paired = Character.isHighSurrogate(unit) && at + 10 < to && data[at + 5] == '\\' && data[at + 6] == 'u'
                && Character.isLowSurrogate(unit(data, at + 6));
        if (paired) {
            plain.writeBytes(Character.toString(Character.toCodePoint(unit, unit(data, at + 6)))
                    .getBytes(StandardCharsets.UTF_8));
            return at + 10;
        }
        if (Character.isSurrogate(unit)) {
            plain.write(0xFF);
        } else {
            plain.writeBytes(String.valueOf(unit).getBytes(StandardCharsets.UTF_8));
        }
        return at + 4;
    }

    private static char unit(byte[] data, int u) {
        return (char) Integer.parseInt(new String(data, u + 1, 4, StandardCharsets.US_ASCII), 16);
    }

    private static int unescaped(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }
}
