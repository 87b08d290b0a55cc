package dev.tallystone.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {

    private static final byte[] SPECIALS = {'"', '\\', 0, 1, 0x1F};
    private static final byte[] ORDINARY = {'a', ' ', '!', '#', '[', ']', 0x7F, (byte) 0x80, (byte) 0xA2, (byte) 0xDC,
            (byte) 0x9F, (byte) 0xFF};

    private final JsonSyntax syntax = new JsonSyntax();

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a\"", "0", "-0", "12", "-1.50", "1e5", "1E+5", "0.5e-7", "true", "false", "null",
            "{}", "[]", "[ ]", "{ }", "[[],{}]", "{\"a\":1}", "{\"a\":1,\"b\":[1,2,{\"c\":null}]}",
            "[1 ,\t2\r\n, 3 ]", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF\""})
    void stepsOverWholeValues(String json) {
        assertThat(skip(json)).isEqualTo(json.length());
        assertThat(skip(json + ",")).isEqualTo(json.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "\"\\\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u12\"", "\"a\nb\"", "-", "+1", ".5",
            "1.", "1e", "1e+", "tru", "nul", "True", "NaN", "Infinity", "-Infinity", "[", "[1", "[1,", "[1,]", "[,1]",
            "[1 2]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}",
            "{\"a\" 1}", "{\"a\":1 \"b\":2}", "[1}", "{\"a\":1]", "[}", "{]", "]", "}", ",", ":", "'a'", "/**/1"})
    void refusesWhatIsNoValue(String json) {
        assertThat(skip(json)).isEqualTo(JsonSyntax.STOP);
        assertThat(syntax.rejection()).isEqualTo(RejectionReason.BAD_JSON);
    }

    @Test
    void nestsAThousandDeepAndNoDeeper() {
        for (String container : new String[]{"[]", "{\"a\":}"}) {
            String open = container.substring(0, container.length() - 1);
            String close = container.substring(container.length() - 1);

            assertThat(skip(open.repeat(1_000) + "1" + close.repeat(1_000))).isPositive();
            assertThat(skip(open.repeat(1_001) + "1" + close.repeat(1_001))).isEqualTo(JsonSyntax.STOP);
            assertThat(syntax.rejection()).isEqualTo(RejectionReason.TOO_DEEP);
        }
        assertThat(skip("[".repeat(1_000) + "]".repeat(1_000))).isPositive();
        assertThat(skip("[".repeat(1_001) + "]".repeat(1_001))).isEqualTo(JsonSyntax.STOP);
    }

    @Test
    void keepsArraysAndObjectsApartAtEveryDepth() {
        var open = new StringBuilder();
        var close = new StringBuilder();
        for (int depth = 0; depth < 1_000; depth++) {
            boolean object = Integer.bitCount(depth * 0x9E3779B9) % 2 == 0;
            open.append(object ? "{\"a\":" : "[");
            close.insert(0, object ? "}" : "]");
        }

        assertThat(skip(open + "1" + close)).isEqualTo(open.length() + 1 + close.length());
        for (int depth = 0; depth < 1_000; depth++) {
            var wrong = new StringBuilder(close);
            wrong.setCharAt(depth, wrong.charAt(depth) == ']' ? '}' : ']');
            assertThat(skip(open + "1" + wrong)).as("depth %d", 1_000 - depth).isEqualTo(JsonSyntax.STOP);
        }
    }

    @Test
    void findsEverySpecialByteAtEveryAlignmentAndLengthAsAPlainLoopDoes() {
        for (int from = 0; from < 9; from++) {
            for (int length = 0; length < 35; length++) {
                for (int at = 0; at <= length; at++) {
                    for (byte special : SPECIALS) {
                        skipsLikeAPlainLoop(from, length, at, special);
                    }
                }
            }
        }
    }

    /** A string among quotes, with and without its own closing quote. */
    private void skipsLikeAPlainLoop(int from, int length, int at, byte special) {
        byte[] data = new byte[from + length + 20];
        Arrays.fill(data, (byte) '"');
        for (int i = 0; i < length; i++) {
            data[from + 1 + i] = i == at ? special : ORDINARY[(i * 7 + at) % ORDINARY.length];
        }
        int close = from + 1 + length;

        for (int end : new int[]{close, close + 1, close + 9}) {
            syntax.reset(data, end);
            assertThat(syntax.skipString(from)).as("from %d, %d bytes, %d at %d", from, length, special, at)
                    .isEqualTo(plainLoop(data, from, end));
        }
    }

    /** Over a string, one byte at a time. */
    private static int plainLoop(byte[] data, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (data[i] == '"') {
                return i + 1;
            }
            boolean control = data[i] >= 0 && data[i] < 0x20;
            boolean escape = data[i] == '\\';
            if (control || (escape && (i + 1 >= end || "\"\\/bfnrt".indexOf(data[i + 1]) < 0))) {
                return JsonSyntax.STOP;
            }
            i += escape ? 1 : 0;
        }
        return JsonSyntax.STOP;
    }

    @Test
    void passesEveryOrdinaryByteBesideEveryOther() {
        byte[] data = new byte[18];
        for (int left = 0x20; left < 256; left++) {
            for (int right = 0x20; right < 256; right++) {
                Arrays.fill(data, (byte) left);
                Arrays.fill(data, 9, 16, (byte) right);
                data[0] = '"';
                data[17] = '"';
                syntax.reset(data, 18);
                if (isOrdinary(left) && isOrdinary(right)) {
                    assertThat(syntax.skipString(0)).as("%x beside %x", left, right).isEqualTo(18);
                }
            }
        }
    }

    private static boolean isOrdinary(int b) {
        return b != '"' && b != '\\';
    }

    private int skip(String json) {
        byte[] data = json.getBytes(UTF_8);
        syntax.reset(data, data.length);
        return syntax.skipValue(0);
    }
}
