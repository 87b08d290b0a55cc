package dev.tallystone.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void givesEqualBytesTheSameText() {
        JsonText text = text("anthropic.claude-3-haiku-20240307-v1:0");

        assertThat(text.value()).isEqualTo("anthropic.claude-3-haiku-20240307-v1:0");
        assertThat(text("anthropic.claude-3-haiku-20240307-v1:0")).isSameAs(text);
    }

    @Test
    void tellsOtherBytesApart() {
        for (int length = 0; length < 20; length++) {
            String a = "a".repeat(length);
            assertThat(text(a).value()).isEqualTo(a);
            assertThat(text(a + "b").value()).isEqualTo(a + "b");
        }
    }

    @Test
    void remembersAWorkingDaysTextsAllTogether() {
        List<JsonText> first = IntStream.range(0, 300).mapToObj(i -> text("assumed-role/app-" + i)).toList();

        List<JsonText> second = IntStream.range(0, 300).mapToObj(i -> text("assumed-role/app-" + i)).toList();

        for (int i = 0; i < 300; i++) {
            assertThat(second.get(i)).as("text %d", i).isSameAs(first.get(i));
        }
    }

    @Test
    void staysRightHoweverManyTextsThereAre() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(text("user/" + i).value()).isEqualTo("user/" + i);
        }
    }

    @Test
    void remembersVerdicts() {
        assertThat(text("a\\u0000").rejection()).isEqualTo(RejectionReason.BAD_CHARS);
        assertThat(text("a\\u0000")).isSameAs(text("a\\u0000"));
    }

    private JsonText text(String text) {
        byte[] data = ("\"" + text + "\"").getBytes(UTF_8);
        return vocabulary.text(data, 1, data.length - 1);
    }
}
