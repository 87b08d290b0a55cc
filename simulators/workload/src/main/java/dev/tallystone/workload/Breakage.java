package dev.tallystone.workload;

/** A way to break a sound record. The name is the reason code that an exact meter must give. */
enum Breakage {
    /** Cut off on the way. */
    BAD_JSON,
    /** Wrapped by somebody who sends batches. */
    NOT_OBJECT,
    EMPTY,
    NEGATIVE_COUNT,
    COUNT_IMPLAUSIBLE,
    MISSING_ID,
    BAD_TIME,
    /** Another kind of AWS event, on the wrong topic. */
    NOT_AN_INVOCATION,
    UNSUPPORTED_SCHEMA;

    /** A kind of call whose bodies hold no look-alike of the fields that are broken here. */
    static final CallKind SUBJECT = CallKind.local("meta.llama3-1-70b-instruct-v1:0", "InvokeModel",
            new LlamaShape(PromptMix.uncached(250, 650), 150, 512));

    private static final String BATCH_JOB_EVENT = """
        {"version":"0","id":"d44eb36a-582f-514b-baf5-e421ff311ee9","source":"aws.bedrock",\
        "detail-type":"Batch Inference Job State Change","account":"111122223333","region":"us-east-1",\
        "time":"2026-10-01T13:00:00Z","resources":[],"detail":{"status":"Submitted","batchJobName":"nightly"}}""";

    String applyTo(String sound) {
        return switch (this) {
            case BAD_JSON -> sound.substring(0, 2 * sound.length() / 3);
            case NOT_OBJECT -> "[" + sound + "]";
            case EMPTY -> "";
            case NEGATIVE_COUNT -> sound.replaceFirst("\"inputTokenCount\":", "\"inputTokenCount\":-");
            case COUNT_IMPLAUSIBLE ->
                sound.replaceFirst("\"inputTokenCount\":[0-9]+", "\"inputTokenCount\":1000000000000");
            case MISSING_ID -> sound.replaceFirst("\"requestId\":\"[^\"]*\",", "");
            case BAD_TIME -> sound.replaceFirst("\"timestamp\":\"[^\"]*\"", "\"timestamp\":\"yesterday\"");
            case NOT_AN_INVOCATION -> BATCH_JOB_EVENT;
            case UNSUPPORTED_SCHEMA -> sound.replace("\"schemaVersion\":\"1.0\"", "\"schemaVersion\":\"9.0\"");
        };
    }
}
