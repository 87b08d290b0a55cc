package dev.tallystone.board.options;

import dev.tallystone.pricing.PricingOption;
import java.util.List;

/**
 * What courses and exam notes say of an option, in our own words. Shown, never computed from: where it differs from
 * what is sold today, the second decides every number.
 */
record Taught(String billing, String basis, String models, String strengths, String limits, String bestUse) {

    static final List<String> ASPECTS = List.of("billing", "basis", "models", "strengths", "limits", "best use");

    static Taught of(PricingOption option) {
        return switch (option) {
            case ON_DEMAND -> new Taught("pay for what is used", "text by input and output tokens, embeddings by input "
                    + "tokens, images by number", "base models only", "flexible, no commitment",
                    "dear when used all the time", "loads that nobody can foresee");
            case BATCH -> new Taught("pay for what is used", "many requests at once, one result file in S3",
                    "some base models", "up to 50 % off", "no answer in real time", "bulk work that can wait");
            case PROVISIONED_NONE, PROVISIONED_1MO, PROVISIONED_6MO -> new Taught(
                    "reserved for 1 to 6 months, like a membership", "model units by the hour",
                    "base, fine-tuned and custom models", "guarantees a maximum of input and output tokens a minute",
                    "not a way to save", "steady large loads; custom models");
            case FLEX, PRIORITY, LATENCY_OPTIMIZED, RESERVED_1MO, RESERVED_3MO ->
                new Taught("", "", "", "", "", "");
        };
    }

    List<String> texts() {
        return List.of(billing, basis, models, strengths, limits, bestUse);
    }
}
