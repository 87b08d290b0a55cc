package dev.tallystone.workload;

/** InvokeModel of a Llama, or of a custom model made from one. */
record LlamaShape(PromptMix prompts, long meanOutput, long cap) implements CallShape {

    @Override
    public void write(RecordText text, Dice dice, Measures truth) {
        Prompt prompt = prompts.draw(dice);
        text.json(REQUEST).json("{'prompt':'").utf8(Phrases.question(dice));
        text.json("','max_gen_len':").number(cap).json(",'temperature':0.1,'top_p':0.9}");
        prompt.writeHead(text);

        long output = dice.around(meanOutput);
        text.json(RESPONSE).json("{'generation':'").utf8(Phrases.answer(dice));
        text.json("','prompt_token_count':").number(prompt.uncached());
        text.json(",'generation_token_count':").number(output).json(",'stop_reason':'stop'}");
        CallShape.writeOutputHead(text, output);
        truth.prompt(prompt).cap(cap).output(output);
    }
}
