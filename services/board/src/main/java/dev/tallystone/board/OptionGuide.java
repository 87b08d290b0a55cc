package dev.tallystone.board;

import dev.tallystone.pricing.PricingOption;

/** What people compare options by, beside money. Sources: Bedrock user guide (inference, batch, provisioned, tiers). */
public record OptionGuide(String billing, String basis, String strengths, String limits, String bestUse) {

    static OptionGuide of(PricingOption option) {
        return switch (option) {
            case ON_DEMAND -> new OptionGuide("pay per use", "input and output tokens, images, by model and Region",
                    "no commitment, answers at once", "quotas; dear for steady load",
                    "changing or unpredictable traffic");
            case BATCH -> new OptionGuide("pay per use", "the same measures, at the batch price where one exists",
                    "half the price for most models that have it",
                    "answers within 24 h, jobs of many records, some models",
                    "bulk work that can wait");
            case FLEX -> new OptionGuide("pay per use", "the same measures, at the flex price",
                    "half the price, answers in line", "may be slow or refused at peaks, some models",
                    "work that can be retried");
            case PRIORITY -> new OptionGuide("pay per use", "the same measures, at the priority price",
                    "served before others", "dearer, some models", "few calls that must not wait");
            case LATENCY_OPTIMIZED -> new OptionGuide("pay per use", "the same measures, at the optimised price",
                    "faster answers", "dearer, few models and Regions", "interactive work where seconds count");
            case PROVISIONED_NONE -> provisioned("no commitment, billed until deleted");
            case PROVISIONED_1MO -> provisioned("one month, renews by itself");
            case PROVISIONED_6MO -> provisioned("six months, renews by itself");
            case RESERVED_1MO -> reserved("one month, renews by itself");
            case RESERVED_3MO -> reserved("three months, renews by itself");
        };
    }

    private static OptionGuide reserved(String term) {
        return new OptionGuide("by the hour, used or not; billed monthly",
                "tokens a minute, input and output apart: " + term,
                "capacity that is kept free; what exceeds it is served at standard prices",
                "idle tokens cost the same; saves above 90 % use only; some models, through the account team",
                "steady load that must not be throttled");
    }

    private static OptionGuide provisioned(String term) {
        return new OptionGuide("by the hour, used or not", "model units: " + term,
                "a guaranteed number of tokens a minute; needed by many custom models",
                "idle hours cost the same; few models; not a way to save by itself", "steady load, custom models");
    }
}
