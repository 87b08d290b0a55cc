package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.InvocationCursor;
import dev.tallystone.invocation.InvocationDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call in the making: a plain successful one of 571 tokens in and 120 out, changed where a test speaks of it. Values
 * given to {@link #with} are JSON, in which single quotes stand for double ones.
 */
final class Call {

    static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private static final InvocationDecoder DECODER = new InvocationDecoder(List.of("team", "deadline"));

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private long input = 571;
    private long cacheRead;
    private long output = 120;
    private String response = "{}";

    private Call() {}

    static Call ofPlain() {
        return new Call().with("requestId", "'fbd41866-7fa8-5ae8-b5b2-76c359069be0'")
                .at(NOON)
                .account("123456789012")
                .region("us-east-1")
                .model("anthropic.claude-3-haiku-20240307-v1:0")
                .role("app-role")
                .operation("InvokeModel");
    }

    Call with(String key, String json) {
        fields.put(key, json.replace('\'', '"'));
        return this;
    }

    Call at(Instant occurredAt) {
        return with("timestamp", "'" + occurredAt + "'");
    }

    Call account(String id) {
        return with("accountId", "'" + id + "'");
    }

    Call region(String name) {
        return with("region", "'" + name + "'");
    }

    Call model(String id) {
        return with("modelId", "'" + id + "'");
    }

    Call role(String name) {
        return with("identity", "{'arn': 'arn:aws:sts::123456789012:assumed-role/%s/session-1'}".formatted(name));
    }

    Call operation(String name) {
        return with("operation", "'" + name + "'");
    }

    Call tier(String name) {
        return with("serviceTier", "'" + name + "'");
    }

    Call error(String code) {
        return with("errorCode", "'" + code + "'");
    }

    Call metadata(String key, String value) {
        metadata.put(key, value);
        return with("requestMetadata", metadata.entrySet()
                .stream()
                .map(entry -> "'%s': '%s'".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}")));
    }

    Call tokens(long in, long out) {
        input = in;
        output = out;
        return this;
    }

    Call cacheRead(long tokens) {
        cacheRead = tokens;
        return this;
    }

    Call response(String json) {
        response = json.replace('\'', '"');
        return this;
    }

    byte[] bytes() {
        with("input", "{'inputTokenCount': %d, 'cacheReadInputTokenCount': %d}".formatted(input, cacheRead));
        with("output", "{'outputTokenCount': %d, 'outputBodyJson': %s}".formatted(output, response));
        return fields.entrySet()
                .stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As our decoder reads it; valid until the next call is read. */
    InvocationCursor read() {
        byte[] record = bytes();
        boolean accepted = DECODER.decode(record, 0, record.length);
        assertThat(DECODER.cursor().rejection()).as(new String(record, StandardCharsets.UTF_8)).isNull();
        assertThat(accepted).isTrue();
        return DECODER.cursor();
    }
}
