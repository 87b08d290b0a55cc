package dev.tallystone.workload;

import java.util.HashMap;
import java.util.Map;

/** What one call must add to the totals, noted where its numbers are written. Zeros are no measure. */
final class Measures {

    private final Map<String, Long> amounts = new HashMap<>();

    private Measures() {}

    /** Whatever becomes of a call, it is one request. */
    static Measures ofOneRequest() {
        return new Measures().add("requests", 1);
    }

    Measures output(long tokens) {
        return add("output", tokens);
    }

    /** A prompt whose record tells how long the cached tokens live. */
    Measures promptWithLifetimes(Prompt prompt) {
        return add("input", prompt.uncached()).add("cache_read", prompt.cacheRead())
                .add("cache_write_5m", prompt.cacheWrite5m())
                .add("cache_write_1h", prompt.cacheWrite1h());
    }

    /** A prompt whose record only tells how many tokens went into the cache. */
    Measures prompt(Prompt prompt) {
        return add("input", prompt.uncached()).add("cache_read", prompt.cacheRead())
                .add("cache_write", prompt.cacheWrite());
    }

    Measures images(long count) {
        return add("images", count);
    }

    /** A request that caps its own output. */
    Measures cap(long maxTokens) {
        return add("max_tokens", maxTokens).add("max_tokens_count", 1);
    }

    Measures latency(long ms) {
        return add("latency_ms", ms).add("latency_count", 1);
    }

    Measures guardrail(long content, long topic, long pii, long grounding) {
        return add("guardrail_content", content).add("guardrail_topic", topic)
                .add("guardrail_pii", pii)
                .add("guardrail_grounding", grounding);
    }

    private Measures add(String measure, long amount) {
        if (amount != 0) {
            amounts.merge(measure, amount, Math::addExact);
        }
        return this;
    }

    Map<String, Long> toMap() {
        return Map.copyOf(amounts);
    }
}
