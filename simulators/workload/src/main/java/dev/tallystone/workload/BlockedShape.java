package dev.tallystone.workload;

/**
 * A call that a guardrail stopped before the model saw it: no counts and no error, but the guardrail is charged for.
 */
record BlockedShape(long cap) implements CallShape {

    @Override
    public void write(RecordText text, Dice dice, Measures truth) {
        AnthropicShape.writeRequest(text, dice, cap);
        text.json("},").json(RESPONSE).json("{");
        GuardrailTrace.blocked(text, dice, truth);
        text.json(
                "'type':'message','role':'assistant','content':[{'type':'text','text':'I must not answer that.'}]}},");
        truth.cap(cap);
    }
}
