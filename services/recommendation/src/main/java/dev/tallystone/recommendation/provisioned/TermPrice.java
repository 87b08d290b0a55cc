package dev.tallystone.recommendation.provisioned;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Optional;

/** What a model unit costs an hour under a term, and where that is written. */
public record TermPrice(PricingOption term, Usd usdPerUnitHour, String source) {

    /** That of a unit which can be given back at any time. */
    static Optional<TermPrice> withoutCommitment(List<TermPrice> terms) {
        return terms.stream().filter(term -> term.term() == PricingOption.PROVISIONED_NONE).findFirst();
    }
}
