package dev.tallystone.invocation;

import static dev.tallystone.invocation.LogRecord.ofBodies;
import static dev.tallystone.invocation.LogRecord.ofCall;
import static dev.tallystone.invocation.LogRecord.ofResponse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvocationDecoderTest {

    @Test
    void readsTheHead() {
        var invocation = ofCall().decoded();

        assertThat(invocation.id()).isEqualTo(UUID.fromString("fbd41866-7fa8-5ae8-b5b2-76c359069be0"));
        assertThat(invocation.occurredAt()).isEqualTo(Instant.parse("2026-10-01T12:00:01Z"));
        assertThat(invocation.account()).isEqualTo("123456789012");
        assertThat(invocation.region()).isEqualTo("us-east-1");
        assertThat(invocation.operation()).isEqualTo("InvokeModel");
        assertThat(invocation.model()).isEqualTo("anthropic.claude-3-haiku-20240307-v1:0");
        assertThat(invocation.tier()).isEmpty();
        assertThat(invocation.performance()).isEmpty();
        assertThat(invocation.variant()).isEmpty();
    }

    @Test
    void acceptsARecordOfIdTimeAndModelAlone() {
        var bare = ofCall();
        for (String key : new String[]{"schemaType", "schemaVersion", "accountId", "identity", "region", "operation",
                "input", "output"}) {
            bare.without(key);
        }

        var invocation = bare.decoded();

        assertThat(invocation.account()).isEmpty();
        assertThat(invocation.region()).isEmpty();
        assertThat(invocation.operation()).isEmpty();
        assertThat(invocation.measures()).isEqualTo(Map.of(Measure.REQUESTS, 1L));
    }

    @Test
    void pricesTheRegionThatWasCalled() {
        assertThat(ofCall().with("inferenceRegion", "'us-west-2'").decoded().region()).isEqualTo("us-east-1");
    }

    @Test
    void believesTheTopLevelTierBeforeTheAnswersBeforeTheRequests() {
        String request = "{'serviceTier': {'type': 'priority'}}";
        String response = "{'serviceTier': {'type': 'default'}}";

        assertThat(ofBodies(request, response).with("serviceTier", "'flex'").decoded().tier()).isEqualTo("flex");
        assertThat(ofBodies(request, response).decoded().tier()).isEqualTo("default");
        assertThat(ofBodies(request, "{}").decoded().tier()).isEqualTo("priority");
    }

    @Test
    void takesAnEmptyTierForNone() {
        String response = "{'service_tier': 'priority'}";

        assertThat(ofResponse(response).with("serviceTier", "''").decoded().tier()).isEqualTo("priority");
        assertThat(ofResponse(response).with("serviceTier", "null").decoded().tier()).isEqualTo("priority");
    }

    @Test
    void boundsTheTierTo32Bytes() {
        assertThat(ofCall().with("serviceTier", "'" + "x".repeat(32) + "'").decoded().tier()).isEqualTo("x".repeat(32));
        assertThat(ofCall().with("serviceTier", "'" + "x".repeat(33) + "'").decoded().tier()).isEqualTo("~other");
    }

    @Test
    void believesTheAnswersLatencyModeBeforeTheRequests() {
        String optimized = "{'performanceConfig': {'latency': 'optimized'}}";
        String standard = "{'performanceConfig': {'latency': 'standard'}}";

        assertThat(ofBodies(optimized, standard).decoded().performance()).isEqualTo("standard");
        assertThat(ofBodies(optimized, "{}").decoded().performance()).isEqualTo("optimized");
    }

    @Test
    void boundsNames() {
        assertThat(ofCall().model("x".repeat(200)).decoded().model()).hasSize(200);
        assertThat(ofCall().model("x".repeat(201)).rejection()).isEqualTo(RejectionReason.TEXT_TOO_LONG);
        assertThat(ofCall().with("region", "'" + "x".repeat(65) + "'").rejection())
                .isEqualTo(RejectionReason.TEXT_TOO_LONG);
        assertThat(ofCall().with("operation", "'" + "x".repeat(65) + "'").decoded().operation()).isEqualTo("~other");
    }

    @Test
    void rejectsWhatHasNoModel() {
        assertThat(ofCall().without("modelId").rejection()).isEqualTo(RejectionReason.MISSING_MODEL);
        assertThat(ofCall().with("modelId", "''").rejection()).isEqualTo(RejectionReason.MISSING_MODEL);
        assertThat(ofCall().with("modelId", "5").rejection()).isEqualTo(RejectionReason.BAD_TYPE);
    }

    @Test
    void saysWhenASuccessfulCallNamesNothingChargeable() {
        assertThat(ofCall().input("{}").output("{}").decoded().caveats()).containsExactly(Caveat.QUANTITY_UNKNOWN);
        assertThat(ofCall().input("{'inputTokenCount': null}").output("{}").decoded().caveats())
                .containsExactly(Caveat.QUANTITY_UNKNOWN);
    }

    @Test
    void takesAStatedZeroForKnown() {
        var head = ofCall().input("{'inputTokenCount': 0}").output("{'outputTokenCount': 0}").decoded();
        var body = ofResponse("{'usage': {'input_tokens': 0, 'output_tokens': 0}}").decoded();

        assertThat(head.caveats()).isEmpty();
        assertThat(body.caveats()).isEmpty();
    }

    @Test
    void leavesNothingOfOneRecordInTheNext() {
        InvocationDecoder decoder = LogRecord.decoder();
        byte[] bare = "{\"requestId\": \"a\", \"modelId\": \"b\", \"timestamp\": \"2026-10-01T12:00:01Z\"}"
                .getBytes(UTF_8);
        decoder.decode(bare, 0, bare.length);
        ModelInvocation alone = decoder.cursor().toInvocation();

        for (byte[] before : new byte[][]{LogRecord.ofEverything().bytes(),
                LogRecord.ofEverything().with("errorCode", "'ThrottlingException'").bytes(),
                ofCall().input("{'cacheWriteInputTokenCount': 9}").bytes(), ofCall().team("'\\u0000'").bytes(),
                LogRecord.ofEverything().json().substring(0, 900).getBytes(UTF_8)}) {
            decoder.decode(before, 0, before.length);

            assertThat(decoder.decode(bare, 0, bare.length)).isTrue();
            assertThat(decoder.cursor().rejection()).isNull();
            assertThat(decoder.cursor().toInvocation()).isEqualTo(alone);
        }
    }

    @Test
    void hashesWhatAwsBillsAndNothingElse() {
        InvocationDecoder decoder = LogRecord.decoder();

        int hash = countsHash(decoder, ofCall());

        assertThat(countsHash(decoder, ofCall().team("'other'"))).isEqualTo(hash);
        assertThat(countsHash(decoder, ofCall().input("{'inputTokenCount': 571, 'inputBodyJson': {'max_tokens': 1}}")))
                .isEqualTo(hash);
        assertThat(countsHash(decoder, ofCall().input("{'inputTokenCount': 572}"))).isNotEqualTo(hash);
        assertThat(countsHash(decoder, ofCall().input("{'cacheReadInputTokenCount': 571}"))).isNotEqualTo(hash);
    }

    @Test
    void describesADeadLetterByItsReadableHead() {
        InvocationDecoder decoder = LogRecord.decoder();
        byte[] record = ofCall().with("region", "'\\u0000'").input("{'inputTokenCount': -1}").bytes();

        decoder.decode(record, 0, record.length);

        assertThat(decoder.description()).containsExactly(Map.entry("requestId", LogRecord.ID),
                Map.entry("timestamp", "2026-10-01T12:00:01Z"), Map.entry("accountId", "123456789012"),
                Map.entry("operation", "InvokeModel"),
                Map.entry("modelId", "anthropic.claude-3-haiku-20240307-v1:0"));
    }

    @Test
    void describesWhatStandsBeforeTheFaultOfABrokenRecord() {
        InvocationDecoder decoder = LogRecord.decoder();
        byte[] record = "{\"requestId\": \"a\", \"modelId\": \"b\", \"region\":".getBytes(UTF_8);

        decoder.decode(record, 0, record.length);

        assertThat(decoder.description()).isEqualTo(Map.of("requestId", "a", "modelId", "b"));
    }

    private static int countsHash(InvocationDecoder decoder, LogRecord record) {
        decoder.decode(record.bytes(), 0, record.bytes().length);
        return decoder.cursor().countsHash();
    }
}
