package dev.tallystone.invocation;

import static dev.tallystone.invocation.LogRecord.ofCall;
import static dev.tallystone.invocation.LogRecord.ofResponse;
import static dev.tallystone.invocation.Measure.GUARDRAIL_CONTENT;
import static dev.tallystone.invocation.Measure.GUARDRAIL_GROUNDING;
import static dev.tallystone.invocation.Measure.GUARDRAIL_IMAGE;
import static dev.tallystone.invocation.Measure.GUARDRAIL_PII;
import static dev.tallystone.invocation.Measure.GUARDRAIL_TOPIC;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static dev.tallystone.invocation.Measure.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    @Test
    void isOkWithoutAnErrorCode() {
        assertThat(ofCall().decoded().outcome()).isEqualTo(Outcome.OK);
        assertThat(ofCall().with("errorCode", "null").decoded().outcome()).isEqualTo(Outcome.OK);
    }

    @ParameterizedTest
    @CsvSource({"ThrottlingException, THROTTLED", "TooManyRequestsException, THROTTLED",
            "ServiceQuotaExceededException, THROTTLED", "ValidationException, CLIENT_ERROR",
            "AccessDeniedException, CLIENT_ERROR", "ResourceNotFoundException, CLIENT_ERROR",
            "ConflictException, CLIENT_ERROR", "InternalServerException, SERVER_ERROR",
            "ServiceUnavailableException, SERVER_ERROR", "ModelTimeoutException, SERVER_ERROR",
            "ModelErrorException, SERVER_ERROR", "ModelStreamErrorException, SERVER_ERROR",
            "ModelNotReadyException, SERVER_ERROR", "InventedException, UNKNOWN"})
    void ofAFailedCallFollowsItsErrorCode(String errorCode, Outcome outcome) {
        var failed = ofCall().with("errorCode", "'" + errorCode + "'").input("{}").output("{}").decoded();

        assertThat(failed.outcome()).isEqualTo(outcome);
        assertThat(failed.measures()).isEqualTo(Map.of(REQUESTS, 1L));
        assertThat(failed.caveats()).isEmpty();
    }

    @Test
    void ofAFailedCallWithAnEndlessErrorCodeIsUnknown() {
        assertThat(ofCall().with("errorCode", "'" + "x".repeat(65) + "'").decoded().outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void ofAnInvocationThatAGuardrailStoppedIsBlockedAndItsUnitsCount() {
        var blocked = ofResponse("""
            {'content': [{'text': '(blocked message)'}],
             'amazon-bedrock-trace': {'guardrail': {'input': {'grd-1': {
                'contentPolicy': {'filters': [{'action': 'BLOCKED'}]},
                'invocationMetrics': {'guardrailProcessingLatency': 297, 'usage': {
                    'topicPolicyUnits': 1, 'contentPolicyUnits': 2, 'wordPolicyUnits': 9,
                    'sensitiveInformationPolicyUnits': 3, 'sensitiveInformationPolicyFreeUnits': 9,
                    'contextualGroundingPolicyUnits': 4, 'contentPolicyImageUnits': 5}}}}}},
             'amazon-bedrock-guardrailAction': 'INTERVENED'}""").decoded();

        assertThat(blocked.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(blocked.measures()).isEqualTo(Map.of(REQUESTS, 1L, GUARDRAIL_TOPIC, 1L, GUARDRAIL_CONTENT, 2L,
                GUARDRAIL_PII, 3L, GUARDRAIL_GROUNDING, 4L, GUARDRAIL_IMAGE, 5L));
        assertThat(blocked.caveats()).isEmpty();
    }

    @Test
    void ofAnInvocationThatAGuardrailLetThroughIsOkAndInputAndOutputsAddUp() {
        var passed = ofResponse("""
            {'amazon-bedrock-trace': {'guardrail': {
                'input': {'grd-1': {'invocationMetrics': {'usage': {'contentPolicyUnits': 1}}}},
                'outputs': [{'grd-1': {'invocationMetrics': {'usage': {'contentPolicyUnits': 2}}}},
                            {'grd-2': {'invocationMetrics': {'usage': {'contentPolicyUnits': 3}}}}]}},
             'amazon-bedrock-guardrailAction': 'NONE', 'usage': {'input_tokens': 219, 'output_tokens': 109}}""")
                .decoded();

        assertThat(passed.outcome()).isEqualTo(Outcome.OK);
        assertThat(passed.measures())
                .isEqualTo(Map.of(REQUESTS, 1L, INPUT, 219L, OUTPUT, 109L, GUARDRAIL_CONTENT, 6L));
    }

    @Test
    void ofAConversationThatAGuardrailStoppedIsBlockedAndItsTokensAndUnitsCount() {
        var blocked = ofResponse("""
            {'stopReason': 'guardrail_intervened', 'usage': {'inputTokens': 70, 'outputTokens': 209},
             'trace': {'guardrail': {
                'inputAssessment': {'grd-1': {'invocationMetrics': {'usage': {'topicPolicyUnits': 1}}}},
                'outputAssessments': {'grd-1': [
                    {'invocationMetrics': {'usage': {'topicPolicyUnits': 2}}},
                    {'invocationMetrics': {'usage': {'topicPolicyUnits': 4}}}]}}}}""").decoded();

        assertThat(blocked.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(blocked.measures())
                .isEqualTo(Map.of(REQUESTS, 1L, INPUT, 70L, OUTPUT, 209L, GUARDRAIL_TOPIC, 7L));
    }

    @Test
    void ofAStreamThatAGuardrailStoppedIsBlocked() {
        var blocked = ofResponse("""
            [{'type': 'content_block_delta', 'delta': {'text': 'Sorry.'},
              'amazon-bedrock-guardrailAction': 'INTERVENED'}, '[DONE]']""").decoded();

        assertThat(blocked.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(blocked.caveats()).isEmpty();
    }

    @Test
    void doesNotMistakeAGuardrailInTheAnswersTextForOne() {
        var passed = ofResponse("""
            {'output': {'message': {'content': [{'amazon-bedrock-guardrailAction': 'INTERVENED'}]}},
             'stopReason': 'end_turn'}""").decoded();

        assertThat(passed.outcome()).isEqualTo(Outcome.OK);
    }
}
