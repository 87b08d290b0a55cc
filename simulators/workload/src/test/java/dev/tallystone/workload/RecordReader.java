package dev.tallystone.workload;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads a record's truth out of its JSON with Jackson, knowing only Bedrock's formats and nothing of the simulator. */
final class RecordReader {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode log;
    private final JsonNode request;
    private final JsonNode response;

    RecordReader(LogRecord sent) {
        log = parsed(sent.value());
        request = log.path("input").path("inputBodyJson");
        response = log.path("output").path("outputBodyJson");
    }

    static JsonNode parsed(byte[] value) {
        try {
            return MAPPER.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String field) {
        return log.required(field).textValue();
    }

    JsonNode log() {
        return log;
    }

    String principal() {
        String resource = log.required("identity").required("arn").textValue().split(":", 6)[5];
        return resource.startsWith("assumed-role/") ? resource.substring(0, resource.lastIndexOf('/')) : resource;
    }

    Map<String, Long> measures() {
        var measures = new TreeMap<String, Long>();
        measures.put("requests", 1L);
        measures.put("input", log.path("input").path("inputTokenCount").asLong());
        measures.put("cache_read", log.path("input").path("cacheReadInputTokenCount").asLong());
        measures.put("output", log.path("output").path("outputTokenCount").asLong());
        measures.put("images", (long) response.path("images").size());
        addCacheWrites(measures);
        addCap(measures);
        addLatency(measures);
        addGuardrail(measures);
        measures.values().removeIf(amount -> amount == 0);
        return measures;
    }

    private void addCacheWrites(Map<String, Long> measures) {
        JsonNode usage = response.isArray() ? response.path(0).path("message").path("usage") : response.path("usage");
        JsonNode lifetimes = usage.path("cache_creation");
        long all = log.path("input").path("cacheWriteInputTokenCount").asLong();
        long fiveMinutes = lifetimes.path("ephemeral_5m_input_tokens").asLong();
        long anHour = lifetimes.path("ephemeral_1h_input_tokens").asLong();
        measures.put("cache_write_5m", fiveMinutes);
        measures.put("cache_write_1h", anHour);
        measures.put("cache_write", all - fiveMinutes - anHour);
    }

    private void addCap(Map<String, Long> measures) {
        JsonNode converse = request.path("inferenceConfig").path("maxTokens");
        long cap = request.path("max_tokens").asLong() + request.path("max_gen_len").asLong() + converse.asLong();
        measures.put("max_tokens", cap);
        measures.put("max_tokens_count", cap > 0 ? 1L : 0L);
    }

    private void addLatency(Map<String, Long> measures) {
        JsonNode last = response.isArray() ? response.path(response.size() - 1) : response;
        JsonNode streamed = last.path("amazon-bedrock-invocationMetrics").path("invocationLatency");
        long latencyMs = streamed.asLong() + response.path("metrics").path("latencyMs").asLong();
        measures.put("latency_ms", latencyMs);
        measures.put("latency_count", latencyMs > 0 ? 1L : 0L);
    }

    private void addGuardrail(Map<String, Long> measures) {
        for (JsonNode guardrail : response.path("amazon-bedrock-trace").path("guardrail").path("input")) {
            JsonNode usage = guardrail.path("invocationMetrics").path("usage");
            measures.put("guardrail_content", usage.path("contentPolicyUnits").asLong());
            measures.put("guardrail_topic", usage.path("topicPolicyUnits").asLong());
            measures.put("guardrail_pii", usage.path("sensitiveInformationPolicyUnits").asLong());
            measures.put("guardrail_grounding", usage.path("contextualGroundingPolicyUnits").asLong());
        }
    }
}
