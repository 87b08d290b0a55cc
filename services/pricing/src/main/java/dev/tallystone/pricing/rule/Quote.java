package dev.tallystone.pricing.rule;

import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Optional;

/**
 * What traffic would cost, in effective US dollars of the whole time. Hypothetical.
 *
 * @param committed
 *            paid whether used or not
 * @param overflow
 *            paid per use, for what the commitment does not serve
 * @param use
 *            absent where nothing is committed, or nobody has said what a unit serves
 * @param assumptions
 *            for people
 */
public record Quote(Usd committed, Usd overflow, Optional<CommittedUse> use, List<String> assumptions) {

    public Quote {
        assumptions = List.copyOf(assumptions);
    }

    /** Both. */
    public Usd total() {
        return committed.plus(overflow);
    }
}
