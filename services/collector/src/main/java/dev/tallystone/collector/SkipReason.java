package dev.tallystone.collector;

/** Why an object in a folder is no log and is left alone. */
public enum SkipReason {
    /** A large prompt or answer, which Bedrock keeps beside the log under {@code data/}. */
    BODY("bodies under data/"),
    /** Its name, or a folder's on the way, begins with a dot. */
    HIDDEN("hidden"),
    /** Neither {@code .json} nor {@code .jsonl}, with or without {@code .gz}. */
    OTHER_NAME("not named .json, .jsonl, .json.gz or .jsonl.gz");

    private final String explanation;

    SkipReason(String explanation) {
        this.explanation = explanation;
    }

    /** For people, behind a number. */
    public String explanation() {
        return explanation;
    }
}
