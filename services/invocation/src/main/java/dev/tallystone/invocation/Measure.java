package dev.tallystone.invocation;

import java.util.List;
import java.util.Locale;

/**
 * What can be counted of a call. Each is an exact non-negative sum. The kinds of prompt token never overlap, so each
 * may be priced on its own; {@link #REASONING} is part of {@link #OUTPUT}.
 *
 * <p>
 * A measure is never redefined: tallies name them by {@linkplain #ordinal position}, so new ones go to the end.
 */
public enum Measure {
    REQUESTS,
    /** Prompt tokens neither read from nor written to a cache. */
    INPUT,
    CACHE_READ,
    /** Written to a cache with a lifetime that the record does not state. */
    CACHE_WRITE,
    CACHE_WRITE_5M,
    CACHE_WRITE_30M,
    CACHE_WRITE_1H,
    OUTPUT,
    REASONING,
    IMAGES,
    INPUT_IMAGES,
    MEDIA_MS,
    RERANK_UNITS,
    /** Guardrail text units of 1,000 characters; each policy is priced apart, word filters are free. */
    GUARDRAIL_CONTENT,
    GUARDRAIL_TOPIC,
    GUARDRAIL_PII,
    GUARDRAIL_GROUNDING,
    GUARDRAIL_IMAGE,
    /** Sum of the output caps that callers asked for, over the {@link #MAX_TOKENS_COUNT} calls that asked. */
    MAX_TOKENS,
    MAX_TOKENS_COUNT,
    LATENCY_MS,
    LATENCY_COUNT;

    /** All of them, in their stable order; {@link #values()} would copy. */
    public static final List<Measure> ALL = List.of(values());

    /** The kinds of prompt token; their sum is what context classes count. */
    public static final List<Measure> PROMPT_TOKENS = List
            .of(INPUT, CACHE_READ, CACHE_WRITE, CACHE_WRITE_5M, CACHE_WRITE_30M, CACHE_WRITE_1H);

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in metrics, in the price book and on the page, such as {@code cache_write_5m}. */
    public String label() {
        return label;
    }
}
