package dev.tallystone.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordEnvelopeTest {

    @Test
    void findsTheTwoFieldsAndWhereTheyStand() {
        byte[] line = " {\"a\":\"é\", \"requestId\" : \"x\\u0031\" ,\"timestamp\":\"2026-10-01T12:00:00Z\"}"
                .getBytes(UTF_8);

        TextSpan id = RecordEnvelope.of(line).requestId().orElseThrow();

        assertThat(id.text()).isEqualTo("x1");
        assertThat(new String(line, id.from(), id.to() - id.from(), UTF_8)).isEqualTo("\"x\\u0031\"");
        assertThat(RecordEnvelope.of(line).timestamp()).map(TextSpan::text).contains("2026-10-01T12:00:00Z");
    }

    @Test
    void knowsThePlaceBehindAByteOrderMark() {
        byte[] line = "\uFEFF{\"requestId\":\"x\"}".getBytes(UTF_8);

        TextSpan id = RecordEnvelope.of(line).requestId().orElseThrow();

        assertThat(new String(line, id.from(), id.to() - id.from(), UTF_8)).isEqualTo("\"x\"");
    }

    @Test
    void takesOnlyFieldsAtTheTopAndTheFirstOfEach() {
        assertThat(id("{\"input\":{\"requestId\":\"no\"},\"b\":[{\"requestId\":\"no\"}],\"requestId\":\"yes\"}"))
                .contains("yes");
        assertThat(id("{\"input\":{\"requestId\":\"no\"}}")).isEmpty();
        assertThat(id("{\"requestId\":\"a\",\"requestId\":\"b\"}")).contains("a");
    }

    @Test
    void takesNothingButTexts() {
        assertThat(id("{\"requestId\":7}")).isEmpty();
        assertThat(id("{\"requestId\":{\"requestId\":\"no\"}}")).isEmpty();
    }

    @Test
    void believesNothingOfBrokenJson() {
        assertThat(id("{\"requestId\":\"x\",")).isEmpty();
        assertThat(id("{\"requestId\":\"x\"}{}")).isEmpty();
        assertThat(id("{\"requestId\":\"x\"} rubbish")).isEmpty();
        assertThat(id("[{\"requestId\":\"x\"}]")).isEmpty();
        assertThat(id("")).isEmpty();
    }

    @Test
    void doesNotMindHowLongOrDeepAPromptIs() {
        String deep = "[".repeat(999) + "]".repeat(999);
        String name = "n".repeat(60_000);

        assertThat(id("{\"input\":%s,\"%s\":%s,\"requestId\":\"x\"}".formatted(deep, name, "9".repeat(2_000))))
                .contains("x");
    }

    private static Optional<String> id(String line) {
        return RecordEnvelope.of(line.getBytes(UTF_8)).requestId().map(TextSpan::text);
    }
}
