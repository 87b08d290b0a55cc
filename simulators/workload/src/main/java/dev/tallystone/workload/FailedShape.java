package dev.tallystone.workload;

/** A call that failed. Its bodies are empty, or gone; either way it used nothing. */
record FailedShape(String errorCode) implements CallShape {

    private static final double BODIES_GONE = 0.5;

    @Override
    public void write(RecordText text, Dice dice, Measures truth) {
        text.json("'errorCode':'").json(errorCode).json("',");
        if (dice.happens(BODIES_GONE)) {
            text.json(
                    "'input':{'inputContentType':'application/json'},'output':{'outputContentType':'application/json'},");
        } else {
            text.json("'input':{},'output':{},");
        }
    }
}
