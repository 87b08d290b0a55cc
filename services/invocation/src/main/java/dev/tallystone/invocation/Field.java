package dev.tallystone.invocation;

import java.util.List;

/**
 * The places in a record that are read, by path. Everything else is skipped by structure, so a look-alike key in a
 * prompt, a tool result or a streamed event never counts. A path through {@code outputBodyJson} also holds inside the
 * elements of a streamed body's array; {@code *} stands for any key.
 *
 * <p>
 * Sources: the Bedrock user guide ("Log entry format"), the Converse API reference, and the vendors' body formats.
 */
enum Field {
    SCHEMA_TYPE("schemaType"),
    SCHEMA_VERSION("schemaVersion"),
    TIMESTAMP("timestamp"),
    ACCOUNT("accountId"),
    REGION("region"),
    REQUEST_ID("requestId"),
    OPERATION("operation"),
    MODEL("modelId"),
    ERROR_CODE("errorCode"),
    IDENTITY_ARN("identity.arn"),
    SERVICE_TIER("serviceTier"),
    METADATA_0(Kind.CONFIGURED),
    METADATA_1(Kind.CONFIGURED),
    METADATA_2(Kind.CONFIGURED),
    METADATA_3(Kind.CONFIGURED),
    HEAD_INPUT("input.inputTokenCount"),
    HEAD_CACHE_READ("input.cacheReadInputTokenCount"),
    HEAD_CACHE_WRITE("input.cacheWriteInputTokenCount"),
    HEAD_OUTPUT("output.outputTokenCount"),
    HEAD_IMAGES("output.outputImageCount"),

    /** Where {@code input} and {@code output} are JSON texts, the counts stand beside them. */
    BESIDE_INPUT("inputTokenCount"),
    BESIDE_CACHE_READ("cacheReadInputTokenCount"),
    BESIDE_CACHE_WRITE("cacheWriteInputTokenCount"),
    BESIDE_OUTPUT("outputTokenCount"),

    MAX_TOKENS(Kind.LAST, In.REQUEST, "max_tokens", "max_completion_tokens", "max_output_tokens", "max_gen_len",
            "inferenceConfig.maxTokens", "inferenceConfig.max_new_tokens", "textGenerationConfig.maxTokenCount"),
    REQUESTED_TIER(Kind.LAST, In.REQUEST, "serviceTier.type", "service_tier"),
    REQUESTED_PERFORMANCE(Kind.LAST, In.REQUEST, "performanceConfig.latency"),
    REQUESTED_IMAGES(Kind.LAST, In.REQUEST, "imageGenerationConfig.numberOfImages"),
    WIDTH(Kind.LAST, In.REQUEST, "imageGenerationConfig.width", "width"),
    HEIGHT(Kind.LAST, In.REQUEST, "imageGenerationConfig.height", "height"),
    QUALITY(Kind.LAST, In.REQUEST, "imageGenerationConfig.quality"),
    STEPS(Kind.LAST, In.REQUEST, "steps"),
    TASK(Kind.LAST, In.REQUEST, "taskType", "mode"),
    INPUT_IMAGE(Kind.LAST, In.REQUEST, "inputImage"),

    STREAM_INPUT(Kind.LAST, In.METRICS, "inputTokenCount"),
    STREAM_OUTPUT(Kind.LAST, In.METRICS, "outputTokenCount"),
    STREAM_CACHE_READ(Kind.LAST, In.METRICS, "cacheReadInputTokenCount"),
    STREAM_CACHE_WRITE(Kind.LAST, In.METRICS, "cacheWriteInputTokenCount"),
    LATENCY(Kind.LAST, In.RESPONSE, "metrics.latencyMs", "amazon-bedrock-invocationMetrics.invocationLatency"),
    USAGE_INPUT(Kind.LAST, In.RESPONSE, "usage.inputTokens", "usage.input_tokens", "usage.prompt_tokens",
            "message.usage.input_tokens", "inputTextTokenCount", "prompt_token_count"),
    USAGE_OUTPUT(Kind.LAST, In.RESPONSE, "usage.outputTokens", "usage.output_tokens", "usage.completion_tokens",
            "message.usage.output_tokens", "totalOutputTextTokenCount", "generation_token_count"),
    USAGE_CACHE_READ(Kind.LAST, In.RESPONSE, "usage.cacheReadInputTokens", "usage.cacheReadInputTokenCount",
            "usage.cache_read_input_tokens", "message.usage.cache_read_input_tokens",
            "usage.prompt_tokens_details.cached_tokens", "usage.input_tokens_details.cached_tokens"),
    USAGE_CACHE_WRITE(Kind.LAST, In.RESPONSE, "usage.cacheWriteInputTokens", "usage.cacheWriteInputTokenCount",
            "usage.cache_creation_input_tokens", "message.usage.cache_creation_input_tokens"),
    USAGE_CACHE_WRITE_5M(Kind.LAST, In.RESPONSE, "usage.cache_creation.ephemeral_5m_input_tokens",
            "message.usage.cache_creation.ephemeral_5m_input_tokens"),
    USAGE_CACHE_WRITE_1H(Kind.LAST, In.RESPONSE, "usage.cache_creation.ephemeral_1h_input_tokens",
            "message.usage.cache_creation.ephemeral_1h_input_tokens"),
    REASONING(Kind.LAST, In.RESPONSE, "usage.completion_tokens_details.reasoning_tokens",
            "usage.output_tokens_details.reasoning_tokens"),
    TITAN_RESULT_TOKENS(Kind.SUM, In.RESPONSE, "results.tokenCount"),
    CACHE_DETAIL_TTL(Kind.LAST, In.RESPONSE, "usage.cacheDetails.ttl"),
    CACHE_DETAIL_TOKENS(Kind.LAST, In.RESPONSE, "usage.cacheDetails.inputTokens"),
    /** Not a place of its own: marks the end of one {@code cacheDetails} element, when its two halves are known. */
    CACHE_DETAIL(Kind.ELEMENT, In.RESPONSE, "usage.cacheDetails"),
    STOP_REASON(Kind.LAST, In.RESPONSE, "stopReason"),
    RESOLVED_TIER(Kind.LAST, In.RESPONSE, "serviceTier.type", "service_tier"),
    RESOLVED_PERFORMANCE(Kind.LAST, In.RESPONSE, "performanceConfig.latency"),
    RETURNED_IMAGES(Kind.LENGTH, In.RESPONSE, "images", "artifacts"),
    GUARDRAIL_ACTION(Kind.LAST, In.RESPONSE, "amazon-bedrock-guardrailAction"),
    UNITS_CONTENT(In.GUARDRAILS, "contentPolicyUnits"),
    UNITS_TOPIC(In.GUARDRAILS, "topicPolicyUnits"),
    UNITS_PII(In.GUARDRAILS, "sensitiveInformationPolicyUnits"),
    UNITS_GROUNDING(In.GUARDRAILS, "contextualGroundingPolicyUnits"),
    UNITS_IMAGE(In.GUARDRAILS, "contentPolicyImageUnits");

    /** How repeated values combine. */
    enum Kind {
        /** Bedrock's own field: a second one is an error. */
        HEAD,
        /** Bedrock's own {@code requestMetadata}, under a key that the configuration names. */
        CONFIGURED,
        /** In a body: the last value stands, as in streams that repeat a growing count. */
        LAST,
        /** In a body: values add up. */
        SUM,
        /** In a body: the number of the array's elements. */
        LENGTH,
        /** In a body: a note at the end of each element of the array. */
        ELEMENT
    }

    /** Where a body's fields begin. */
    private interface In {
        List<String> REQUEST = List.of("input.inputBodyJson.");
        List<String> RESPONSE = List.of("output.outputBodyJson.");
        List<String> METRICS = List.of("output.outputBodyJson.amazon-bedrock-invocationMetrics.");
        List<String> GUARDRAILS = List.of(
                "output.outputBodyJson.amazon-bedrock-trace.guardrail.input.*.invocationMetrics.usage.",
                "output.outputBodyJson.amazon-bedrock-trace.guardrail.outputs.*.invocationMetrics.usage.",
                "output.outputBodyJson.trace.guardrail.inputAssessment.*.invocationMetrics.usage.",
                "output.outputBodyJson.trace.guardrail.outputAssessments.*.invocationMetrics.usage.");
    }

    static final List<Field> METADATA = List.of(METADATA_0, METADATA_1, METADATA_2, METADATA_3);

    final Kind kind;
    @SuppressWarnings("ImmutableEnumChecker") // always List.of or Stream.toList
    final List<String> paths;

    Field(String headPath) {
        this(Kind.HEAD, List.of(headPath));
    }

    Field(Kind kind) {
        this(kind, List.of());
    }

    Field(List<String> roots, String path) {
        this(Kind.SUM, roots.stream().map(root -> root + path).toList());
    }

    Field(Kind kind, List<String> roots, String... paths) {
        this(kind, List.of(paths).stream().map(path -> roots.getFirst() + path).toList());
    }

    Field(Kind kind, List<String> paths) {
        this.kind = kind;
        this.paths = paths;
    }

    long bit() {
        return 1L << ordinal();
    }
}
