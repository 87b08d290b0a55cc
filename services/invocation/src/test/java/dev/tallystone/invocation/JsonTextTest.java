package dev.tallystone.invocation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void readsPlainTextAndEscapes() {
        assertThat(read("us-east-1")).isEqualTo(new JsonText("us-east-1", null));
        assertThat(read("")).isEqualTo(new JsonText("", null));
        assertThat(read("a\\/b\\\\c\\\"d")).isEqualTo(new JsonText("a/b\\c\"d", null));
        assertThat(read("\\u0041\\u00e9\\u20AC")).isEqualTo(new JsonText("A\u00e9\u20ac", null));
    }

    @Test
    void joinsSurrogatePairs() {
        assertThat(read("\\ud83d\\ude00!")).isEqualTo(new JsonText("\ud83d\ude00!", null));
        assertThat(read("\ud83d\ude00")).isEqualTo(new JsonText("\ud83d\ude00", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83d", "\\ud83db", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00",
            "\\ud83d\\\\ude00", "\\ud83d\\n", "\\ud83d\\u0041"})
    void refusesHalfASurrogatePair(String json) {
        assertThat(read(json)).isEqualTo(new JsonText("", RejectionReason.BAD_UNICODE));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(read(new byte[]{'a', (byte) 0xE9})).isEqualTo(new JsonText("", RejectionReason.BAD_UTF8));
        assertThat(read(new byte[]{(byte) 0xC0, (byte) 0x80})).isEqualTo(new JsonText("", RejectionReason.BAD_UTF8));
        assertThat(read(new byte[]{(byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .isEqualTo(new JsonText("", RejectionReason.BAD_UTF8));
    }

    @Test
    void blamesTheBytesRatherThanAnInnocentEscape() {
        assertThat(read("\u00e9\\u0041".getBytes(ISO_8859_1))).isEqualTo(new JsonText("", RejectionReason.BAD_UTF8));
    }

    @ParameterizedTest
    @CsvSource({"NUL, \\u0000", "line feed, \\n", "tab, \\t", "backspace, \\b", "form feed, \\f", "return, \\r",
            "delete, \\u007f", "next line, \\u0085", "right-to-left override, \\u202e", "zero width space, \\u200b",
            "zero width joiner, \\u200d", "byte order mark, \\ufeff", "line separator, \\u2028",
            "paragraph separator, \\u2029", "soft hyphen, \\u00ad", "tag, \\udb40\\udc41"})
    void refusesWhatAPersonCannotSee(String name, String json) {
        assertThat(read("a" + json + "b")).as(name).isEqualTo(new JsonText("", RejectionReason.BAD_CHARS));
    }

    @Test
    void composesAccents() {
        assertThat(read("Andre\u0301")).isEqualTo(new JsonText("Andr\u00e9", null));
        assertThat(read("Andre\\u0301")).isEqualTo(new JsonText("Andr\u00e9", null));
    }

    private static JsonText read(String json) {
        return read(json.getBytes(UTF_8));
    }

    private static JsonText read(byte[] json) {
        byte[] quoted = new byte[json.length + 2];
        quoted[0] = '"';
        quoted[quoted.length - 1] = '"';
        System.arraycopy(json, 0, quoted, 1, json.length);
        return JsonText.of(quoted, 1, quoted.length - 1);
    }
}
