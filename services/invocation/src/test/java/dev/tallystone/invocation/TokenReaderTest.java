package dev.tallystone.invocation;

import static dev.tallystone.invocation.Caveat.CACHED_INPUT_SUBTRACTED;
import static dev.tallystone.invocation.Caveat.CACHE_LIFETIME_ASSUMED;
import static dev.tallystone.invocation.LogRecord.ofBodies;
import static dev.tallystone.invocation.LogRecord.ofCall;
import static dev.tallystone.invocation.LogRecord.ofResponse;
import static dev.tallystone.invocation.Measure.CACHE_READ;
import static dev.tallystone.invocation.Measure.CACHE_WRITE;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_1H;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_30M;
import static dev.tallystone.invocation.Measure.CACHE_WRITE_5M;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.LATENCY_COUNT;
import static dev.tallystone.invocation.Measure.LATENCY_MS;
import static dev.tallystone.invocation.Measure.MAX_TOKENS;
import static dev.tallystone.invocation.Measure.MAX_TOKENS_COUNT;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static dev.tallystone.invocation.Measure.REASONING;
import static dev.tallystone.invocation.Measure.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenReaderTest {

    @Test
    void countsWhatTheHeadSays() {
        var invocation = ofCall()
                .input("{'inputTokenCount': 3, 'cacheReadInputTokenCount': 18000, 'cacheWriteInputTokenCount': 2000}")
                .output("{'outputTokenCount': 300}")
                .decoded();

        assertThat(invocation.measures())
                .isEqualTo(Map.of(REQUESTS, 1L, INPUT, 3L, CACHE_READ, 18_000L, CACHE_WRITE, 2_000L, OUTPUT, 300L));
        assertThat(invocation.caveats()).containsExactly(CACHE_LIFETIME_ASSUMED);
    }

    @Test
    void countsTheClosingMetricsOfAStream() {
        var invocation = ofResponse("""
            [{'type': 'content_block_delta', 'delta': {'text': 'Hi.'}},
             {'type': 'message_stop', 'amazon-bedrock-invocationMetrics': {
                'inputTokenCount': 4, 'outputTokenCount': 13, 'invocationLatency': 3037, 'firstByteLatency': 2635,
                'cacheReadInputTokenCount': 7, 'cacheWriteInputTokenCount': 0}},
             '[DONE]']""").decoded();

        assertThat(invocation.measures()).isEqualTo(
                Map.of(REQUESTS, 1L, INPUT, 4L, CACHE_READ, 7L, OUTPUT, 13L, LATENCY_MS, 3_037L, LATENCY_COUNT, 1L));
        assertThat(invocation.caveats()).isEmpty();
    }

    @Test
    void countsAnthropicsUsage() {
        var invocation = ofResponse("""
            {'usage': {'input_tokens': 5, 'cache_read_input_tokens': 100, 'cache_creation_input_tokens': 30,
                       'cache_creation': {'ephemeral_5m_input_tokens': 20, 'ephemeral_1h_input_tokens': 10},
                       'output_tokens': 9}}""").decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 5L, CACHE_READ, 100L, CACHE_WRITE_5M,
                20L, CACHE_WRITE_1H, 10L, OUTPUT, 9L));
        assertThat(invocation.caveats()).isEmpty();
    }

    @Test
    void splitsCacheWritesByTheLifetimesInTheFirstEventOfAStream() {
        var invocation = ofCall().input("{'inputTokenCount': 3, 'cacheWriteInputTokenCount': 25037}").output("""
            {'outputTokenCount': 13, 'outputBodyJson': [
                {'type': 'message_start', 'message': {'usage': {
                    'input_tokens': 3, 'cache_creation_input_tokens': 25037, 'output_tokens': 2,
                    'cache_creation': {'ephemeral_5m_input_tokens': 20000, 'ephemeral_1h_input_tokens': 5037}}}},
                {'type': 'message_delta', 'usage': {'output_tokens': 13}}]}""").decoded();

        assertThat(invocation.measures()).isEqualTo(
                Map.of(REQUESTS, 1L, INPUT, 3L, CACHE_WRITE_5M, 20_000L, CACHE_WRITE_1H, 5_037L, OUTPUT, 13L));
    }

    @Test
    void takesTheLastOfAStreamsGrowingCounts() {
        var invocation = ofResponse("""
            [{'type': 'message_start', 'message': {'usage': {'input_tokens': 571, 'output_tokens': 1}}},
             {'type': 'message_delta', 'usage': {'output_tokens': 50}},
             {'type': 'message_delta', 'usage': {'output_tokens': 96}}]""").decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 571L, OUTPUT, 96L));
    }

    @Test
    void countsConversesUsageWithItsCacheDetails() {
        var invocation = ofResponse("""
            {'usage': {'inputTokens': 120, 'outputTokens': 300, 'totalTokens': 20423,
                       'cacheReadInputTokens': 18000, 'cacheWriteInputTokens': 2003,
                       'cacheDetails': [{'ttl': '1h', 'inputTokens': 500}, {'inputTokens': 1400, 'ttl': '5m'},
                                        {'ttl': '30m', 'inputTokens': 70}, {'ttl': '5m', 'inputTokens': 30},
                                        {'ttl': '2h', 'inputTokens': 1}, {'inputTokens': 2}, {'ttl': '1h'}]},
             'metrics': {'latencyMs': 2435}}""").decoded();

        assertThat(invocation.measures()).containsEntry(CACHE_READ, 18_000L)
                .containsEntry(CACHE_WRITE_5M, 1_430L)
                .containsEntry(CACHE_WRITE_30M, 70L)
                .containsEntry(CACHE_WRITE_1H, 500L)
                .containsEntry(CACHE_WRITE, 3L)
                .containsEntry(LATENCY_MS, 2_435L);
        assertThat(invocation.caveats()).containsExactly(CACHE_LIFETIME_ASSUMED);
    }

    @Test
    void countsNovasUsage() {
        var invocation = ofResponse("""
            {'usage': {'inputTokens': 42, 'outputTokens': 17, 'totalTokens': 66,
                       'cacheReadInputTokenCount': 5, 'cacheWriteInputTokenCount': 2}}""").decoded();

        assertThat(invocation.measures()).isEqualTo(
                Map.of(REQUESTS, 1L, INPUT, 42L, CACHE_READ, 5L, CACHE_WRITE, 2L, OUTPUT, 17L));
    }

    @Test
    void countsTitansResults() {
        var invocation = ofResponse("""
            {'inputTextTokenCount': 7, 'results': [{'tokenCount': 11, 'outputText': 'Hello'},
                                                   {'tokenCount': 4, 'outputText': 'Bye'}]}""").decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 7L, OUTPUT, 15L));
    }

    @Test
    void countsTitansStream() {
        var invocation = ofResponse("""
            [{'outputText': ' Hello!', 'index': 0, 'totalOutputTextTokenCount': 11, 'inputTextTokenCount': 7}]""")
                .decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 7L, OUTPUT, 11L));
    }

    @Test
    void countsLlamasTokens() {
        var invocation = ofResponse(
                "{'generation': 'Khartoum', 'prompt_token_count': 15, 'generation_token_count': 12}")
                .decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 15L, OUTPUT, 12L));
    }

    @Test
    void believesTheHeadBeforeTheStreamBeforeTheUsage() {
        String response = """
            [{'usage': {'input_tokens': 1, 'output_tokens': 2, 'cache_read_input_tokens': 3}},
             {'amazon-bedrock-invocationMetrics': {'inputTokenCount': 10, 'outputTokenCount': 20}}]""";

        var invocation = ofCall().input("{'inputTokenCount': 100}")
                .output("{'outputBodyJson': " + response + "}")
                .decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 100L, OUTPUT, 20L, CACHE_READ, 3L));
    }

    @Test
    void believesCountsInTheirPlaceBeforeThoseBesideInputAndOutput() {
        var invocation = ofCall().with("inputTokenCount", "1").with("outputTokenCount", "1").decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 571L, OUTPUT, 120L));
    }

    @Test
    void passesOverBodyCountersThatAreNoCounts() {
        var invocation = ofResponse("""
            {'usage': {'input_tokens': -5, 'output_tokens': 'many', 'cache_read_input_tokens': 1.5},
             'metrics': {'latencyMs': []}}""").decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L));
        assertThat(invocation.caveats()).containsExactly(Caveat.QUANTITY_UNKNOWN);
    }

    @Test
    void subtractsCachedTokensFromTheInputOfOpenAisModels() {
        var invocation = ofCall().model("openai.gpt-5.6").input("""
            {'inputTokenCount': 4995, 'cacheReadInputTokenCount': 0, 'cacheWriteInputTokenCount': 4993}""").decoded();

        assertThat(invocation.measure(INPUT)).isEqualTo(2);
        assertThat(invocation.measure(CACHE_WRITE)).isEqualTo(4_993);
        assertThat(invocation.caveats()).contains(CACHED_INPUT_SUBTRACTED);
    }

    @Test
    void subtractsNothingThatIsNotIncluded() {
        var smaller = ofCall().model("openai.gpt-5.6")
                .input("{'inputTokenCount': 2, 'cacheWriteInputTokenCount': 4993}")
                .decoded();
        var uncached = ofCall().model("openai.gpt-5.6").decoded();
        var anthropic = ofCall().input("{'inputTokenCount': 4995, 'cacheReadInputTokenCount': 4993}").decoded();

        assertThat(smaller.measure(INPUT)).isEqualTo(2);
        assertThat(uncached.measure(INPUT)).isEqualTo(571);
        assertThat(anthropic.measure(INPUT)).isEqualTo(4_995);
        assertThat(smaller.caveats()).doesNotContain(CACHED_INPUT_SUBTRACTED);
        assertThat(uncached.caveats()).isEmpty();
        assertThat(anthropic.caveats()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "'prompt_tokens': 70, 'completion_tokens': 12, 'prompt_tokens_details': {'cached_tokens': 64},"
                    + "'completion_tokens_details': {'reasoning_tokens': 8}",
            "'input_tokens': 70, 'output_tokens': 12, 'input_tokens_details': {'cached_tokens': 64},"
                    + "'output_tokens_details': {'reasoning_tokens': 8}"})
    void countsOpenAisUsageOfChatsAndResponses(String usage) {
        var invocation = ofResponse("{'usage': {" + usage + "}}").model("openai.gpt-oss-120b-1:0").decoded();

        assertThat(invocation.measures())
                .isEqualTo(Map.of(REQUESTS, 1L, INPUT, 6L, CACHE_READ, 64L, OUTPUT, 12L, REASONING, 8L));
        assertThat(invocation.caveats()).containsExactly(CACHED_INPUT_SUBTRACTED);
    }

    @Test
    void countsNoMoreReasoningThanOutput() {
        var invocation = ofResponse("""
            {'usage': {'completion_tokens': 12, 'completion_tokens_details': {'reasoning_tokens': 80}}}""").decoded();

        assertThat(invocation.measure(REASONING)).isEqualTo(12);
    }

    @Test
    void disbelievesASplitOfCacheWritesThatExceedsTheirTotal() {
        var invocation = ofCall().input("{'inputTokenCount': 1, 'cacheWriteInputTokenCount': 10}")
                .output("{'outputBodyJson': {'usage': {'cacheDetails': [{'ttl': '1h', 'inputTokens': 11}]}}}")
                .decoded();

        assertThat(invocation.measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 1L, CACHE_WRITE, 10L));
        assertThat(invocation.caveats()).containsExactly(CACHE_LIFETIME_ASSUMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'max_tokens': 256}", "{'max_completion_tokens': 256}", "{'max_output_tokens': 256}",
            "{'max_gen_len': 256}", "{'inferenceConfig': {'maxTokens': 256}}",
            "{'inferenceConfig': {'max_new_tokens': 256}}", "{'textGenerationConfig': {'maxTokenCount': 256}}"})
    void sumsTheOutputCapsThatCallersAskedFor(String request) {
        var invocation = ofBodies(request, "{}").decoded();

        assertThat(invocation.measure(MAX_TOKENS)).isEqualTo(256);
        assertThat(invocation.measure(MAX_TOKENS_COUNT)).isEqualTo(1);
    }

    @Test
    void countsNoCapAndNoLatencyWhereNoneIsStated() {
        assertThat(ofCall().decoded().measures()).isEqualTo(Map.of(REQUESTS, 1L, INPUT, 571L, OUTPUT, 120L));
    }
}
