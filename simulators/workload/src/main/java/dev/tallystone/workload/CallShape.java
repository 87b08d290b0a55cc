package dev.tallystone.workload;

/**
 * How one kind of call looks in the log: the members {@code input} and {@code output}, and {@code errorCode} if it
 * failed. Shapes follow the vendors' own formats.
 */
sealed interface CallShape
        permits ConverseShape, LlamaShape, AnthropicShape, AnthropicStreamShape, BlockedShape, EmbeddingShape,
        StabilityShape, FailedShape {

    /** The members that come before every request body. */
    String REQUEST = "'input':{'inputContentType':'application/json','inputBodyJson':";

    /** The members that come before every response body. */
    String RESPONSE = "'output':{'outputContentType':'application/json','outputBodyJson':";

    /** Writes the members, a comma behind each, and notes in {@code truth} what a meter must read from them. */
    void write(RecordText text, Dice dice, Measures truth);

    /** Ends {@code output} with Bedrock's own count. */
    static void writeOutputHead(RecordText text, long outputTokens) {
        text.json(",'outputTokenCount':").number(outputTokens).json("},");
    }
}
