package dev.tallystone.invocation;

import static dev.tallystone.invocation.LogRecord.ofCall;
import static dev.tallystone.invocation.LogRecord.ofResponse;
import static dev.tallystone.invocation.Measure.IMAGES;
import static dev.tallystone.invocation.Measure.INPUT;
import static dev.tallystone.invocation.Measure.INPUT_IMAGES;
import static dev.tallystone.invocation.Measure.OUTPUT;
import static dev.tallystone.invocation.Measure.REQUESTS;
import static dev.tallystone.invocation.RejectionReason.*;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our catalogue of bad inputs: each row is accepted, with what it is normalised to, or rejected for its reason. */
class BadInputTest {

    private static final String ACCENTED = "Andr\u00e9";
    private static final int MIB = 1 << 20;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"documents", "counts", "quantities", "identities", "times", "texts", "kinds"})
    void everyBadInputHasItsOutcome(String row, String name, byte[] record, Expectation expected) {
        InvocationDecoder decoder = LogRecord.decoder();

        boolean accepted = decoder.decode(record, 0, record.length);

        Object outcome = accepted
                ? expected.reading.apply(decoder.cursor().toInvocation())
                : decoder.cursor().rejection();
        assertThat(outcome).isEqualTo(expected.value);
    }

    static Stream<Arguments> documents() {
        return Stream.of(rejected("1", "no bytes", "", EMPTY),
                rejected("2", "truncated", ofCall().json().substring(0, 300), BAD_JSON),
                rejected("2b", "truncated by one", ofCall().json().replaceFirst("}$", ""), BAD_JSON),
                rejected("3", "two objects", "{}{}", BAD_JSON),
                rejected("3b", "two records", ofCall().json() + ofCall().json(), BAD_JSON),
                rejected("4", "array root", "[" + ofCall().json() + "]", NOT_OBJECT),
                rejected("5", "array of depth 10,000", "[".repeat(10_000) + "]".repeat(10_000), TOO_DEEP),
                rejected("5b", "body of depth 10,000", ofResponse("[".repeat(10_000) + "]".repeat(10_000)), TOO_DEEP),
                rejected("5c", "unknown field of depth 10,000",
                        ofCall().with("new", "{'a':".repeat(10_000) + "1" + "}".repeat(10_000)), TOO_DEEP),
                accepted("5d", "body of depth 900", ofResponse("[".repeat(900) + "]".repeat(900)), REQUESTS, 1),
                rejected("6", "one byte over 1 MiB", padded(MIB + 1), TOO_LARGE),
                accepted("6b", "1 MiB", padded(MIB), INPUT, 571),
                rejected("7", "modelId twice", "{\"modelId\": \"a\", " + ofCall().json().substring(1), DUP_KEY),
                rejected("7b", "inputTokenCount twice",
                        ofCall().input("{'inputTokenCount': 1, 'inputTokenCount': 2}"), DUP_KEY),
                rejected("7c", "input twice", "{\"input\": {}, " + ofCall().json().substring(1), DUP_KEY),
                rejected("7d", "team twice", ofCall().with("requestMetadata", "{'team': 'a', 'team': 'b'}"), DUP_KEY),
                accepted("7e", "twice in a body", ofResponse("{'usage': {'input_tokens': 1, 'input_tokens': 1}}"),
                        INPUT, 1),
                rejected("8", "Latin-1 in team", ofCall().team("'" + ACCENTED + "'").json().getBytes(ISO_8859_1),
                        BAD_UTF8),
                rejected("8b", "Latin-1 in requestId",
                        ofCall().with("requestId", "'" + ACCENTED + "'").json().getBytes(ISO_8859_1), BAD_UTF8),
                rejected("8c", "UTF-16 with mark", ofCall().json().getBytes(UTF_16), BAD_UTF8),
                rejected("8d", "UTF-16 without mark", ofCall().json().getBytes(UTF_16LE), BAD_UTF8),
                accepted("8e", "Latin-1 in a body",
                        ofResponse("{'text': '" + ACCENTED + "'}").json().getBytes(ISO_8859_1), REQUESTS, 1),
                accepted("9", "byte order mark", "\ufeff" + ofCall().json(), INPUT, 571),
                rejected("10", "lone surrogate in model", ofCall().model("a\\ud800"), BAD_UNICODE),
                rejected("10b", "lone surrogate in tier", ofCall().with("serviceTier", "'\\ud800'"), BAD_UNICODE),
                accepted("10c", "truncated emoji in a body", ofResponse("{'text': '\\ud83d'}"), REQUESTS, 1),
                rejected("11", "NUL in model", ofCall().model("a\\u0000b"), BAD_CHARS),
                rejected("11b", "raw NUL", ofCall().model("a\0b"), BAD_JSON),
                rejected("12", "NaN", tokens("NaN"), BAD_JSON),
                rejected("12b", "Infinity in a body", ofResponse("{'score': Infinity}"), BAD_JSON));
    }

    static Stream<Arguments> counts() {
        return Stream.of(rejected("13", "-1 tokens", tokens("-1"), NEGATIVE_COUNT),
                rejected("14", "2^63 tokens", tokens("9223372036854775808"), COUNT_OVERFLOW),
                rejected("15", "10^12 tokens", tokens("1000000000000"), COUNT_IMPLAUSIBLE),
                accepted("15b", "10^9 tokens", tokens("1000000000"), INPUT, 1_000_000_000),
                accepted("16", "exponent", tokens("1e3"), INPUT, 1_000),
                accepted("16b", "point zero", tokens("12.0"), INPUT, 12),
                rejected("17", "half a token", tokens("1.5"), NOT_INTEGER),
                rejected("18", "1e100000000", tokens("1e100000000"), COUNT_OVERFLOW),
                accepted("19", "quoted number", tokens("'123'"), INPUT, 123),
                rejected("20", "Arabic digits", tokens("'\u0661\u0662\u0663'"), NOT_INTEGER),
                rejected("20b", "thousands", tokens("'1,000'"), NOT_INTEGER),
                rejected("21", "true", tokens("true"), BAD_TYPE),
                rejected("45", "-1 images", ofCall().output("{'outputImageCount': -1}"), NEGATIVE_COUNT));
    }

    static Stream<Arguments> quantities() {
        LogRecord failed = ofCall().with("errorCode", "'ThrottlingException'");
        return Stream.of(
                accepted("22", "blocked by a guardrail, no counts",
                        ofResponse("{'amazon-bedrock-guardrailAction': 'INTERVENED'}"), ModelInvocation::outcome,
                        Outcome.BLOCKED),
                accepted("22b", "images alone", ofResponse("{'images': ['', '']}"), IMAGES, 2),
                accepted("22c", "embedding, no output count", ofCall().output("{}"), INPUT, 571),
                accepted("22d", "embedding of an image",
                        LogRecord.ofBodies("{'inputImage': '...'}", "{'embedding': [0.1]}"), INPUT_IMAGES, 1),
                accepted("22e", "counters of the body", ofResponse("{'usage': {'outputTokens': 7}}"), OUTPUT, 7),
                accepted("22f", "nothing at all", ofCall().input("{}").output("{}"),
                        invocation -> invocation.caveats().contains(Caveat.QUANTITY_UNKNOWN), true),
                accepted("23", "failed, input and output empty", failed.input("{}").output("{}"),
                        invocation -> invocation.outcome() + " " + invocation.measures(), "THROTTLED {REQUESTS=1}"),
                accepted("23b", "failed, input and output absent",
                        ofCall().with("errorCode", "'ValidationException'").without("input").without("output"),
                        invocation -> invocation.outcome() + " " + invocation.measures(),
                        "CLIENT_ERROR {REQUESTS=1}"));
    }

    static Stream<Arguments> identities() {
        UUID id = UUID.fromString(LogRecord.ID);
        return Stream.of(rejected("24", "no requestId", ofCall().without("requestId"), MISSING_ID),
                rejected("24b", "empty requestId", ofCall().with("requestId", "''"), MISSING_ID),
                rejected("25", "id of 300 characters", ofCall().with("requestId", "'" + "x".repeat(300) + "'"),
                        ID_TOO_LONG),
                accepted("26", "upper-case UUID", ofCall().with("requestId", "'FBD41866-7FA8-5AE8-B5B2-76C359069BE0'"),
                        ModelInvocation::id, id));
    }

    static Stream<Arguments> times() {
        return Stream.of(rejected("30", "no timestamp", ofCall().without("timestamp"), MISSING_TIME),
                rejected("34", "epoch number", time("1790856000000"), BAD_TIME),
                rejected("34b", "30 February", time("'2026-02-30T12:00:00Z'"), BAD_TIME),
                rejected("34c", "year 10000", time("'+10000-01-01T00:00:00Z'"), BAD_TIME),
                accepted("35", "leap second", time("'2016-12-31T23:59:60Z'"), ModelInvocation::occurredAt,
                        Instant.parse("2016-12-31T23:59:59Z")),
                accepted("35b", "far east", time("'2026-10-02T02:00:01+14:00'"), ModelInvocation::occurredAt,
                        Instant.parse("2026-10-01T12:00:01Z")));
    }

    static Stream<Arguments> texts() {
        String profile = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0";
        return Stream.of(
                accepted("36", "unknown model", ofCall().model("acme.rocket-9"), ModelInvocation::model,
                        "acme.rocket-9"),
                accepted("37", "inference profile", ofCall().model(profile),
                        invocation -> ModelId.parse(invocation.model()),
                        new ModelId.Foundation("amazon.nova-pro-v1:0", ModelId.Routing.GEO)),
                rejected("38", "model with a metric's header", ofCall().model("a\\n# TYPE b"), BAD_CHARS),
                accepted("39", "team with a tag", ofCall().team("'<script>'"), BadInputTest::team, "<script>"),
                accepted("39b", "team with a label's end", ofCall().team("'\\'} 1'"), BadInputTest::team, "\"} 1"),
                rejected("40", "right-to-left override", ofCall().team("'a\u202eb'"), BAD_CHARS),
                rejected("40b", "zero width space, escaped", ofCall().team("'a\\u200bb'"), BAD_CHARS),
                accepted("41", "decomposed accent", ofCall().team("'Andre\u0301'"), BadInputTest::team, ACCENTED));
    }

    static Stream<Arguments> kinds() {
        String lookAlikes = "{'inputTokenCount': 999999, 'identity': {'arn': 'arn:aws:iam::1:user/victim'},"
                + " 'schemaType': 'ModelInvocationLog', 'requestMetadata': {'team': 'not-mine'}}";
        return Stream.of(accepted("43", "unknown fields", ofCall().with("new", "{'a': [1, null]}"), INPUT, 571),
                rejected("44", "schema 9", ofCall().with("schemaVersion", "'9.0'"), UNSUPPORTED_SCHEMA),
                accepted("48a", "bodies that look like a head",
                        ofCall().input("{'inputBodyJson': " + lookAlikes + ", 'inputTokenCount': 12}")
                                .output("{'outputBodyJson': [" + lookAlikes + "], 'outputTokenCount': 3}"),
                        invocation -> invocation.caller().principal() + team(invocation) + invocation.measures(),
                        "assumed-role/app-role{REQUESTS=1, INPUT=12, OUTPUT=3}"),
                rejected("48b", "span", "{'traceId': 'a', 'spanId': 'b', 'name': 'chat'}", NOT_AN_INVOCATION),
                rejected("48b", "batch manifest", "{'totalRecordCount': 2, 'inputTokenCount': 9}", NOT_AN_INVOCATION),
                rejected("48b", "event of EventBridge",
                        "{'version': '0', 'account': '1', 'region': 'us-east-1', 'detail': {'status': 'Completed'}}",
                        NOT_AN_INVOCATION),
                rejected("48b", "envelope of CloudWatch",
                        "{'messageType': 'DATA_MESSAGE', 'logEvents': [{'message': '{}'}]}", NOT_AN_INVOCATION),
                rejected("48b", "another log", ofCall().with("schemaType", "'AgentLog'"), NOT_AN_INVOCATION),
                accepted("48c", "stream without metrics",
                        ofCall().output("{'outputBodyJson': [{'type': 'message_stop'}], 'outputTokenCount': 96}"),
                        OUTPUT, 96),
                accepted("48d", "input and output as strings, counts beside them",
                        ofCall().input("'{}'")
                                .output("'{}'")
                                .with("inputTokenCount", "12")
                                .with("outputTokenCount",
                                        "3"),
                        ModelInvocation::measures, Map.of(REQUESTS, 1L, INPUT, 12L, OUTPUT, 3L)));
    }

    /** What a reading of the accepted record tells, or the reason of the rejected one. */
    record Expectation(Function<ModelInvocation, Object> reading, Object value) {}

    private static Arguments rejected(String row, String name, byte[] record, RejectionReason reason) {
        return Arguments.of(row, name, record, new Expectation(accepted -> accepted, reason));
    }

    private static Arguments rejected(String row, String name, String json, RejectionReason reason) {
        return rejected(row, name, json.replace('\'', '"').getBytes(UTF_8), reason);
    }

    private static Arguments rejected(String row, String name, LogRecord record, RejectionReason reason) {
        return rejected(row, name, record.bytes(), reason);
    }

    private static Arguments accepted(String row, String name, byte[] record, Measure measure, long amount) {
        Function<ModelInvocation, Object> reading = invocation -> invocation.measure(measure);
        return Arguments.of(row, name, record, new Expectation(reading, amount));
    }

    private static Arguments accepted(String row, String name, String json, Measure measure, long amount) {
        return accepted(row, name, json.getBytes(UTF_8), measure, amount);
    }

    private static Arguments accepted(String row, String name, LogRecord record, Measure measure, long amount) {
        return accepted(row, name, record.bytes(), measure, amount);
    }

    private static Arguments accepted(String row, String name, LogRecord record,
            Function<ModelInvocation, Object> reading, Object value) {
        return Arguments.of(row, name, record.bytes(), new Expectation(reading, value));
    }

    private static String team(ModelInvocation invocation) {
        return invocation.caller().metadata(0);
    }

    private static LogRecord tokens(String json) {
        return ofCall().input("{'inputTokenCount': " + json + "}");
    }

    private static LogRecord time(String json) {
        return ofCall().with("timestamp", json);
    }

    private static String padded(int bytes) {
        String json = ofCall().json();
        return json + " ".repeat(bytes - json.length());
    }
}
