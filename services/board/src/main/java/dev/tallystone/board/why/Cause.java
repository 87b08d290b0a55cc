package dev.tallystone.board.why;

import java.util.List;

/** Why a cost changed, in the order in which one is changed into the other. */
public enum Cause {
    PRICE("price"),
    VOLUME("volume"),
    MODEL_MIX("model mix"),
    TOKENS_PER_REQUEST("tokens per request"),
    CACHE("cache"),
    TIER_AND_ROUTING("tier and routing"),
    CONTEXT_CLASS("context class"),
    RETRIES_AND_ERRORS("retries and errors"),
    STANDING_CHARGES("standing charges");

    /** All of them, in their order. */
    public static final List<Cause> ALL = List.of(values());

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }
}
