package dev.tallystone.pricing;

/**
 * What one model unit serves in a minute. AWS does not publish it, so it is configuration: from the contract, or
 * measured.
 *
 * @param inputTokensPerMinute
 *            prompt tokens, cached or not
 * @param source
 *            who says so, such as {@code contract} or {@code example}
 */
public record UnitCapacity(String baseModel, long inputTokensPerMinute, long outputTokensPerMinute, String source) {

    public UnitCapacity {
        if (inputTokensPerMinute < 1 || outputTokensPerMinute < 1) {
            throw new IllegalArgumentException("a unit of %s must serve tokens, not %d in and %d out a minute"
                    .formatted(baseModel, inputTokensPerMinute, outputTokensPerMinute));
        }
    }
}
