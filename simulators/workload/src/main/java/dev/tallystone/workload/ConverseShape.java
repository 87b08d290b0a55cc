package dev.tallystone.workload;

/** Converse and ConverseStream, which look alike in the log. They tell what went into the cache, not for how long. */
record ConverseShape(PromptMix prompts, long meanOutput, long cap) implements CallShape {

    private static final double LOOK_ALIKE = 0.1;
    private static final double CAPPED = 0.9;

    @Override
    public void write(RecordText text, Dice dice, Measures truth) {
        Prompt prompt = prompts.draw(dice);
        writeRequest(text, dice, truth);
        prompt.writeHead(text);
        long output = dice.around(meanOutput);
        writeResponse(text, dice, prompt, output, truth);
        CallShape.writeOutputHead(text, output);
        truth.prompt(prompt).output(output);
    }

    private void writeRequest(RecordText text, Dice dice, Measures truth) {
        text.json(REQUEST).json("{'messages':[{'role':'user','content':[{'text':'");
        text.utf8(Phrases.question(dice)).json("'}]}]");
        if (dice.happens(CAPPED)) {
            text.json(",'inferenceConfig':{'maxTokens':").number(cap).json(",'temperature':0.4,'topP':0.999}");
            truth.cap(cap);
        }
        if (dice.happens(LOOK_ALIKE)) {
            text.json(",'additionalModelRequestFields':{'inputTokenCount':999999,'max_tokens':77,");
            text.json("'identity':{'arn':'arn:aws:iam::1:user/victim'},'requestMetadata':{'team':'not-mine'}}");
        }
        text.json("}");
    }

    private static void writeResponse(RecordText text, Dice dice, Prompt prompt, long output, Measures truth) {
        long latencyMs = 300 + dice.around(8 * output);
        text.json(RESPONSE).json("{'output':{'message':{'role':'assistant','content':[{'text':'");
        text.utf8(Phrases.answer(dice)).json("'}]}},'stopReason':'end_turn','metrics':{'latencyMs':").number(latencyMs);
        text.json("},'usage':{'inputTokens':").number(prompt.uncached()).json(",'outputTokens':").number(output);
        text.json(",'totalTokens':").number(prompt.total() + output);
        if (prompt.total() > prompt.uncached()) {
            text.json(",'cacheReadInputTokens':").number(prompt.cacheRead());
            text.json(",'cacheWriteInputTokens':").number(prompt.cacheWrite());
        }
        text.json("}}");
        truth.latency(latencyMs);
    }
}
