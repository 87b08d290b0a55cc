package dev.tallystone.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FateTest {

    private static final List<LogRecord> CHAOS = Days.oneDay("chaos", 500);

    @Test
    void aCountedRecordSaysInItsJsonWhatItsFateSays() {
        for (LogRecord sent : CHAOS) {
            if (sent.fate() instanceof Fate.Counted counted) {
                var reader = new RecordReader(sent);

                assertThat(reader.text("requestId")).isEqualTo(sent.key());
                assertThat(reader.text("modelId")).isEqualTo(counted.model());
                assertThat(reader.principal()).isEqualTo(counted.caller());
                assertThat(reader.measures()).as("measures of %s", reader.log()).isEqualTo(counted.measures());
            }
        }
    }

    @Test
    void aCountedRecordHappenedBeforeItIsDueButNotBeforeTheLatest() {
        for (LogRecord sent : CHAOS) {
            if (sent.fate() instanceof Fate.Counted) {
                Instant occurredAt = Instant.parse(new RecordReader(sent).text("timestamp"));

                assertThat(occurredAt).isBetween(sent.dueAt().minus(Duration.ofMinutes(90).plusMillis(1)),
                        sent.dueAt());
            }
        }
    }

    @Test
    void aDuplicateHasTheBytesOfTheRecordBeforeIt() {
        var seen = new HashSet<String>();
        for (LogRecord sent : CHAOS) {
            if (sent.fate() instanceof Fate.Duplicate) {
                assertThat(seen)
                        .contains(sent.key() + new String(sent.value(), StandardCharsets.UTF_8));
            } else {
                seen.add(sent.key() + new String(sent.value(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aRejectedRecordHasTheFaultThatItsReasonNames() {
        for (LogRecord sent : CHAOS) {
            if (sent.fate() instanceof Fate.Rejected(String reason)) {
                assertHasFault(reason, sent.value());
            }
        }
    }

    @Test
    void everyReasonOccurs() {
        Set<String> reasons = new TreeSet<>();
        for (LogRecord sent : CHAOS) {
            if (sent.fate() instanceof Fate.Rejected(String reason)) {
                reasons.add(reason);
            }
        }

        assertThat(reasons).containsExactly("BAD_JSON", "BAD_TIME", "COUNT_IMPLAUSIBLE", "EMPTY", "MISSING_ID",
                "NEGATIVE_COUNT", "NOT_AN_INVOCATION", "NOT_OBJECT", "UNSUPPORTED_SCHEMA");
    }

    private static void assertHasFault(String reason, byte[] value) {
        switch (reason) {
            case "EMPTY" -> assertThat(value).isEmpty();
            case "BAD_JSON" ->
                assertThatThrownBy(() -> RecordReader.parsed(value)).isInstanceOf(UncheckedIOException.class);
            case "NOT_OBJECT" -> assertThat(RecordReader.parsed(value).isArray()).isTrue();
            default -> assertOnlyFault(reason, RecordReader.parsed(value));
        }
    }

    private static void assertOnlyFault(String reason, JsonNode log) {
        long tokens = log.path("input").path("inputTokenCount").asLong();
        assertThat(tokens < 0).isEqualTo(reason.equals("NEGATIVE_COUNT"));
        assertThat(tokens > 1_000_000_000).isEqualTo(reason.equals("COUNT_IMPLAUSIBLE"));
        assertThat(log.path("timestamp").asText().equals("yesterday")).isEqualTo(reason.equals("BAD_TIME"));
        assertThat(log.path("schemaVersion").asText().equals("9.0")).isEqualTo(reason.equals("UNSUPPORTED_SCHEMA"));
        assertThat(log.has("detail-type")).isEqualTo(reason.equals("NOT_AN_INVOCATION"));
        assertThat(log.has("schemaType") && !log.has("requestId")).isEqualTo(reason.equals("MISSING_ID"));
    }
}
