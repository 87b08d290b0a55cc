package dev.tallystone.workload;

/**
 * The tokens of one prompt. The counts never overlap; those that go into a cache are kept apart by lifetime, although
 * not every kind of record tells it.
 */
record Prompt(long uncached, long cacheRead, long cacheWrite5m, long cacheWrite1h) {

    long cacheWrite() {
        return cacheWrite5m + cacheWrite1h;
    }

    long total() {
        return uncached + cacheRead + cacheWrite();
    }

    /** Bedrock's own counts, from the second member of {@code input} on, which ends here. */
    void writeHead(RecordText text) {
        text.json(",'inputTokenCount':").number(uncached);
        if (total() > uncached) {
            text.json(",'cacheReadInputTokenCount':").number(cacheRead);
            text.json(",'cacheWriteInputTokenCount':").number(cacheWrite());
        }
        text.json("},");
    }

    /** The {@code usage} member in Anthropic's own words, which tell the lifetimes. */
    void writeAnthropicUsage(RecordText text, long outputTokens) {
        text.json("'usage':{'input_tokens':").number(uncached);
        if (total() > uncached) {
            text.json(",'cache_creation_input_tokens':").number(cacheWrite());
            text.json(",'cache_read_input_tokens':").number(cacheRead);
            text.json(",'cache_creation':{'ephemeral_5m_input_tokens':").number(cacheWrite5m);
            text.json(",'ephemeral_1h_input_tokens':").number(cacheWrite1h).json("}");
        }
        text.json(",'output_tokens':").number(outputTokens).json("}");
    }
}
