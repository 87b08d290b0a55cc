package dev.tallystone.workload;

/**
 * InvokeModel of an embedding model: a prompt, and a vector instead of output tokens. Bodies are missing, because the
 * company has switched off the delivery of embeddings: nobody wants to keep vectors in a log.
 */
record EmbeddingShape(PromptMix prompts) implements CallShape {

    @Override
    public void write(RecordText text, Dice dice, Measures truth) {
        Prompt prompt = prompts.draw(dice);
        text.json("'input':{'inputContentType':'application/json'");
        prompt.writeHead(text);
        text.json("'output':{'outputContentType':'application/json'},");
        truth.prompt(prompt);
    }
}
