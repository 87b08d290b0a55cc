package dev.tallystone.workload;

/**
 * InvokeModelWithResponseStream of a Claude: the body is the array of events. The same counts stand in the head, in the
 * first event, and, except for the cache, in Bedrock's metrics at the end; a meter must not add them.
 */
record AnthropicStreamShape(PromptMix prompts, long meanOutput, long cap) implements CallShape {

    @Override
    public void write(RecordText text, Dice dice, Measures truth) {
        Prompt prompt = prompts.draw(dice);
        AnthropicShape.writeRequest(text, dice, cap);
        prompt.writeHead(text);

        long output = dice.around(meanOutput);
        writeEvents(text, dice, prompt, output);
        writeLastEvent(text, dice, prompt, output, truth);
        CallShape.writeOutputHead(text, output);
        truth.promptWithLifetimes(prompt).cap(cap).output(output);
    }

    private static void writeEvents(RecordText text, Dice dice, Prompt prompt, long output) {
        text.json(RESPONSE).json("[{'type':'message_start','message':{'type':'message','role':'assistant',");
        prompt.writeAnthropicUsage(text, 1);
        text.json("}},{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'");
        text.utf8(Phrases.answer(dice));
        text.json("'}},{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'output_tokens':");
        text.number(output).json("}},");
    }

    private static void writeLastEvent(RecordText text, Dice dice, Prompt prompt, long output, Measures truth) {
        long latencyMs = 300 + dice.around(8 * output);
        text.json("{'type':'message_stop','amazon-bedrock-invocationMetrics':{'inputTokenCount':");
        text.number(prompt.uncached()).json(",'outputTokenCount':").number(output);
        text.json(",'invocationLatency':").number(latencyMs);
        text.json(",'firstByteLatency':").number(latencyMs / 4).json("}}]");
        truth.latency(latencyMs);
    }
}
