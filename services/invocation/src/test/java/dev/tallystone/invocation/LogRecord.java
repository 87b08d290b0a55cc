package dev.tallystone.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A log record in the making: a plain successful call of 571 tokens in and 120 out, changed where a test speaks of it.
 * Values are JSON, in which single quotes stand for double ones.
 */
final class LogRecord {

    static final String ID = "fbd41866-7fa8-5ae8-b5b2-76c359069be0";

    private final Map<String, String> fields = new LinkedHashMap<>();

    private LogRecord() {}

    static LogRecord ofCall() {
        return new LogRecord()
                .with("schemaType", "'ModelInvocationLog'")
                .with("schemaVersion", "'1.0'")
                .with("timestamp", "'2026-10-01T12:00:01Z'")
                .with("accountId", "'123456789012'")
                .with("identity", "{'arn': 'arn:aws:sts::123456789012:assumed-role/app-role/session-1'}")
                .with("region", "'us-east-1'")
                .with("requestId", "'" + ID + "'")
                .with("operation", "'InvokeModel'")
                .with("modelId", "'anthropic.claude-3-haiku-20240307-v1:0'")
                .input("{'inputContentType': 'application/json', 'inputTokenCount': 571}")
                .output("{'outputContentType': 'application/json', 'outputTokenCount': 120}");
    }

    /** A call whose record says everything that can be said, so that whatever is left out or left behind would show. */
    static LogRecord ofEverything() {
        return ofCall().with("serviceTier", "'flex'")
                .with("requestMetadata", "{'team': 'search', 'deadline': '24h'}")
                .with("inferenceRegion", "'us-west-2'")
                .input("""
                    {'inputTokenCount': 3, 'cacheReadInputTokenCount': 4, 'cacheWriteInputTokenCount': 100,
                     'inputBodyJson': {'max_tokens': 256, 'taskType': 'TEXT_IMAGE', 'inputImage': 'a',
                        'imageGenerationConfig': {'numberOfImages': 2, 'width': 1024, 'height': 1024}}}""")
                .output("""
                    {'outputTokenCount': 13, 'outputBodyJson': {'images': ['a', 'b'],
                        'usage': {'cacheDetails': [{'ttl': '1h', 'inputTokens': 60}, {'ttl': '5m', 'inputTokens': 40}],
                                  'output_tokens_details': {'reasoning_tokens': 7}},
                        'metrics': {'latencyMs': 50}, 'performanceConfig': {'latency': 'optimized'},
                        'amazon-bedrock-trace': {'guardrail': {'input': {'grd-1': {'invocationMetrics': {
                            'usage': {'contentPolicyUnits': 2}}}}}},
                        'amazon-bedrock-guardrailAction': 'INTERVENED'}}""");
    }

    /** A successful call whose record holds no counts but those that the bodies tell. */
    static LogRecord ofBodies(String request, String response) {
        return ofCall().input("{'inputBodyJson': " + request + "}").output("{'outputBodyJson': " + response + "}");
    }

    static LogRecord ofResponse(String response) {
        return ofBodies("{}", response);
    }

    LogRecord with(String key, String json) {
        fields.put(key, json.replace('\'', '"'));
        return this;
    }

    LogRecord without(String key) {
        fields.remove(key);
        return this;
    }

    LogRecord input(String json) {
        return with("input", json);
    }

    LogRecord output(String json) {
        return with("output", json);
    }

    LogRecord model(String id) {
        return with("modelId", "'" + id + "'");
    }

    LogRecord team(String json) {
        return with("requestMetadata", "{'team': " + json + "}");
    }

    LogRecord shuffled(long seed) {
        var shuffled = new LogRecord();
        List<String> keys = new ArrayList<>(fields.keySet());
        Collections.shuffle(keys, new Random(seed));
        keys.forEach(key -> shuffled.with(key, fields.getOrDefault(key, "")));
        return shuffled;
    }

    String json() {
        return fields.entrySet()
                .stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    /** What our decoder makes of it, with the metadata keys {@code team} and {@code deadline}. */
    ModelInvocation decoded() {
        InvocationDecoder decoder = decoder();
        boolean accepted = decoder.decode(bytes(), 0, bytes().length);
        assertThat(decoder.cursor().rejection()).as(json()).isNull();
        assertThat(accepted).isTrue();
        return decoder.cursor().toInvocation();
    }

    /** Why our decoder refuses it. */
    RejectionReason rejection() {
        InvocationDecoder decoder = decoder();
        assertThat(decoder.decode(bytes(), 0, bytes().length)).as(json()).isFalse();
        return Objects.requireNonNull(decoder.cursor().rejection());
    }

    static InvocationDecoder decoder() {
        return new InvocationDecoder(List.of("team", "deadline"));
    }
}
