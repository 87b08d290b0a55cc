package dev.tallystone.pricing.importing;

import dev.tallystone.pricing.PricingOption;

/** For how long units are bought: {@code NoCommit}, {@code 1MonthCommit}, {@code 6months}, {@code 3Month}. */
final class CommitmentTerm {

    private CommitmentTerm() {}

    static PricingOption provisioned(Words words) throws RefusedException {
        words.take("model");
        if (words.take("no", "commit") || words.take("no", "commitment")) {
            return PricingOption.PROVISIONED_NONE;
        }
        words.takeAny("commit", "commitment");
        if (words.takeAny("1month", "1months")) {
            return PricingOption.PROVISIONED_1MO;
        }
        if (words.takeAny("6month", "6months")) {
            return PricingOption.PROVISIONED_6MO;
        }
        throw unknown("Provisioned Throughput is sold without commitment, for 1 month and for 6 months, not '%s'",
                words);
    }

    static PricingOption reserved(Words words) throws RefusedException {
        if (words.takeAny("1month", "1months")) {
            return PricingOption.RESERVED_1MO;
        }
        if (words.takeAny("3month", "3months")) {
            return PricingOption.RESERVED_3MO;
        }
        throw unknown("tokens are reserved for 1 month and for 3 months, not '%s'", words);
    }

    private static RefusedException unknown(String why, Words words) {
        return new RefusedException(Refusal.Reason.NO_OPTION, why.formatted(words));
    }
}
