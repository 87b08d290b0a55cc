package dev.tallystone.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.invocation.RejectionReason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final DeadLetter LETTER = letter();

    @Test
    void readsAsDocumented() {
        assertThat(new String(LETTER.toJson(), UTF_8)).isEqualTo("""
            {"reason":"FUTURE",\
            "explanation":"the event's time lies more than five minutes after its arrival",\
            "topic":"invocations","partition":3,"offset":1234,"appendedAtMs":1790856000123,"bytes":512,\
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "fields":{"requestId":"fbd41866-7fa8-5ae8-b5b2-76c359069be0","timestamp":"2026-10-01T12:10:00Z",\
            "accountId":"123456789012","region":"us-east-1","operation":"Converse",\
            "modelId":"vendor.\\"quoted\\" ünïcode"}}""");
    }

    @Test
    void isReadBackAsItWas() {
        assertThat(DeadLetter.ofJson(LETTER.toJson())).isEqualTo(LETTER);
    }

    @Test
    void isReadBackForEveryReason() {
        for (RejectionReason reason : RejectionReason.ALL) {
            var letter = new DeadLetter(reason, reason.explanation(), "invocations", 0, 0, 0, 0, "", Map.of());

            assertThat(DeadLetter.ofJson(letter.toJson())).isEqualTo(letter);
        }
    }

    @Test
    void isKeyedByTheSourcePosition() {
        assertThat(LETTER.key()).isEqualTo("invocations-3@1234");
    }

    @Test
    void keepsItsOwnCopyOfTheFields() {
        var fields = new LinkedHashMap<>(Map.of("region", "us-east-1"));
        var letter = new DeadLetter(RejectionReason.BAD_TIME, "", "invocations", 0, 0, 0, 0, "", fields);

        fields.clear();

        assertThat(letter.fields()).containsOnlyKeys("region");
    }

    @Test
    void refusesWhatIsNoDeadLetter() {
        String json = new String(LETTER.toJson(), UTF_8);
        for (String wrong : new String[]{"", "null", "[]", "{}", "{\"reason\":\"FUTURE\"}", json + "{}",
                json.replace("FUTURE", "BORED"), json.replace("\"FUTURE\"", "null"), json.replace("1234,", "\"x\","),
                json.substring(0, json.length() - 1)}) {
            assertThatThrownBy(() -> DeadLetter.ofJson(wrong.getBytes(UTF_8))).as(wrong)
                    .isInstanceOf(LedgerException.class)
                    .hasMessageStartingWith("not a dead letter");
        }
    }

    private static DeadLetter letter() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("requestId", "fbd41866-7fa8-5ae8-b5b2-76c359069be0");
        fields.put("timestamp", "2026-10-01T12:10:00Z");
        fields.put("accountId", "123456789012");
        fields.put("region", "us-east-1");
        fields.put("operation", "Converse");
        fields.put("modelId", "vendor.\"quoted\" ünïcode");
        return new DeadLetter(RejectionReason.FUTURE, RejectionReason.FUTURE.explanation(), "invocations", 3, 1_234,
                1_790_856_000_123L, 512, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", fields);
    }
}
