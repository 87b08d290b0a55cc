package dev.tallystone.workload;

/**
 * InvokeModel of a Claude, answered at once.
 *
 * @param guarded
 *            share of calls that pass a guardrail, which is charged for although it lets them through
 */
record AnthropicShape(PromptMix prompts, long meanOutput, long cap, double guarded) implements CallShape {

    @Override
    public void write(RecordText text, Dice dice, Measures truth) {
        Prompt prompt = prompts.draw(dice);
        writeRequest(text, dice, cap);
        prompt.writeHead(text);

        long output = dice.around(meanOutput);
        text.json(RESPONSE).json("{'id':'msg_bdrk_").number(dice.between(1_000_000, 9_999_999));
        text.json("','type':'message','role':'assistant','content':[{'type':'text','text':'");
        text.utf8(Phrases.answer(dice)).json("'}],'stop_reason':'end_turn',");
        if (dice.happens(guarded)) {
            GuardrailTrace.letThrough(text, dice, truth);
        }
        prompt.writeAnthropicUsage(text, output);
        text.json("}");
        CallShape.writeOutputHead(text, output);
        truth.promptWithLifetimes(prompt).cap(cap).output(output);
    }

    static void writeRequest(RecordText text, Dice dice, long cap) {
        text.json(REQUEST).json("{'anthropic_version':'bedrock-2023-05-31','max_tokens':").number(cap);
        text.json(",'messages':[{'role':'user','content':[{'type':'text','text':'");
        text.utf8(Phrases.question(dice)).json("'}]}]}");
    }
}
