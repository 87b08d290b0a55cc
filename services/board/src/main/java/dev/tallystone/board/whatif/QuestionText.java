package dev.tallystone.board.whatif;

import java.util.ArrayList;

/** Says a question in words, so that an answer can be read alone. */
final class QuestionText {

    private QuestionText() {}

    static String of(WhatIf question) {
        var words = new ArrayList<String>();
        words.add(question.model() + question.region().map(region -> " in " + region).orElse(""));
        question.replacement().ifPresent(other -> words.add("replaced by " + other.model()));
        words.add("bought as " + question.option().label() + amount(question));
        if (question.batchShare().signum() > 0) {
            words.add("with %s of it as batch".formatted(question.batchShare().toPlainString()));
        }
        return String.join(", ", words);
    }

    private static String amount(WhatIf question) {
        if (question.option().isProvisioned()) {
            return " (%d unit%s)".formatted(question.units(), question.units() == 1 ? "" : "s");
        }
        return question.option().isPerUse()
                ? ""
                : " (%,d in and %,d out a minute)".formatted(question.inputTpm(), question.outputTpm());
    }
}
