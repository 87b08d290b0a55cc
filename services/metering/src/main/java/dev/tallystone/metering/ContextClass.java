package dev.tallystone.metering;

import java.util.List;

/**
 * Some models price a whole request by the length of its prompt, so the length becomes a class before requests are
 * summed: the number of thresholds that the total input, cached or not, exceeds. The list stands in every receipt, and
 * may grow for new rows.
 */
public final class ContextClass {

    /**
     * Thresholds in tokens. Claude Haiku 5.5 prices above 100,000, Claude Sonnet 4 and 4.5 above 200,000, GPT-5.4 and
     * later above 272,000 (vendors' price pages, 2026-08 to 2026-10).
     */
    public static final List<Long> THRESHOLDS = List
            .of(32_000L, 100_000L, 128_000L, 200_000L, 256_000L, 272_000L, 512_000L);

    private static final long[] BOUNDS = THRESHOLDS.stream().mapToLong(Long::longValue).toArray();

    private ContextClass() {}

    /** From 0, for a prompt within the smallest threshold, to the number of thresholds. */
    public static int of(long promptTokens) {
        int exceeded = 0;
        while (exceeded < BOUNDS.length && promptTokens > BOUNDS[exceeded]) {
            exceeded++;
        }
        return exceeded;
    }

    /**
     * Whether every request of the class exceeds {@code threshold}.
     *
     * @throws IllegalArgumentException
     *             when the threshold divides a class, so that the answer is unknown
     */
    public static boolean exceeds(int contextClass, long threshold) {
        int index = THRESHOLDS.indexOf(threshold);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "%d tokens is no context threshold of the tallies, which are %s".formatted(threshold, THRESHOLDS));
        }
        return contextClass > index;
    }
}
