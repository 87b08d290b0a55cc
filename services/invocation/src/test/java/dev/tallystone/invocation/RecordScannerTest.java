package dev.tallystone.invocation;

import static dev.tallystone.invocation.LogRecord.ofCall;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seen through the decoder, for which it finds the fields. */
class RecordScannerTest {

    @RepeatedTest(20)
    void doesNotCareForTheOrderOfKeys(RepetitionInfo repetition) {
        assertThat(LogRecord.ofEverything().shuffled(repetition.getCurrentRepetition()).decoded())
                .isEqualTo(LogRecord.ofEverything().decoded());
    }

    @Test
    void readsARecordWhoseSchemaTypeComesLast() {
        var invocation = ofCall().without("schemaType").with("schemaType", "'ModelInvocationLog'").decoded();

        assertThat(invocation).isEqualTo(ofCall().decoded());
    }

    @Test
    void doesNotMistakeTheKeysOfBodiesForBedrocksOwn() {
        var invocation = ofCall().with("new", "{'inputTokenCount': 1, 'modelId': 'other'}")
                .input("""
                    {'inputTokenCount': 12, 'inputBodyJson': {
                        'messages': [{'content': [{'text': 'say \\'inputTokenCount\\': 5'}], 'max_tokens': 9}],
                        'additionalModelRequestFields': {'inputTokenCount': 999999,
                            'identity': {'arn': 'arn:aws:iam::1:user/victim'}, 'requestMetadata': {'team': 'x'}}}}""")
                .output("""
                    {'outputTokenCount': 3, 'outputBodyJson': [
                        {'chunk': {'amazon-bedrock-invocationMetrics': {'cacheReadInputTokenCount': 7}}},
                        [{'usage': {'cache_read_input_tokens': 8}}],
                        {'tool': {'outputTokenCount': 5, 'schemaType': 'ModelInvocationLog'}},
                        {'content': [{'usage': {'cache_read_input_tokens': 9}}]}]}""")
                .decoded();

        assertThat(invocation.measures())
                .isEqualTo(Map.of(Measure.REQUESTS, 1L, Measure.INPUT, 12L, Measure.OUTPUT, 3L));
        assertThat(invocation.model()).isEqualTo("anthropic.claude-3-haiku-20240307-v1:0");
        assertThat(invocation.caller().principal()).isEqualTo("assumed-role/app-role");
        assertThat(invocation.caller().metadata(0)).isEmpty();
    }

    @Test
    void readsKeysByWhatTheirEscapesSpell() {
        String escaped = ofCall().json()
                .replace("\"modelId\"", "\"\\u006dodelId\"")
                .replace("inputTokenCount",
                        "input\\u0054okenCount");

        assertThat(decode(escaped)).isEqualTo(ofCall().decoded());
        assertThat(ofCall().with("model\\u0049d", "'other'").rejection()).isEqualTo(RejectionReason.DUP_KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 9})
    void readsOnlyItsSliceOfTheBytes(int from) {
        byte[] record = LogRecord.ofEverything().bytes();
        byte[] surrounded = ("{\"modelId\"".substring(0, from) + LogRecord.ofEverything().json() + "},\"modelId\":1}")
                .getBytes(UTF_8);
        InvocationDecoder decoder = LogRecord.decoder();

        boolean accepted = decoder.decode(surrounded, from, from + record.length);

        assertThat(accepted).isTrue();
        assertThat(decoder.cursor().toInvocation()).isEqualTo(LogRecord.ofEverything().decoded());
    }

    @Test
    void doesNotReadBehindItsSlice() {
        byte[] record = ofCall().bytes();
        InvocationDecoder decoder = LogRecord.decoder();

        for (int to = 1; to < record.length; to++) {
            assertThat(decoder.decode(record, 0, to)).as("first %d bytes", to).isFalse();
            assertThat(decoder.cursor().rejection()).isEqualTo(RejectionReason.BAD_JSON);
        }
    }

    private static ModelInvocation decode(String json) {
        InvocationDecoder decoder = LogRecord.decoder();
        assertThat(decoder.decode(json.getBytes(UTF_8), 0, json.length())).isTrue();
        return decoder.cursor().toInvocation();
    }
}
