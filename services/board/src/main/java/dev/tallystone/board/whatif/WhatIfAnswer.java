package dev.tallystone.board.whatif;

import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.CommittedUse;
import java.util.List;
import java.util.Optional;

/**
 * What would have been paid. Hypothetical, in effective US dollars of the whole stretch.
 *
 * @param minutes
 *            full minutes that it rests on
 * @param asBought
 *            what the stretch cost as it was bought
 * @param cost
 *            absent when it cannot be bought so, or something has no price
 * @param refused
 *            why there is no cost
 * @param use
 *            of what would be committed
 */
public record WhatIfAnswer(String question, long minutes, Usd asBought, Optional<Cost> cost, List<String> refused,
        Optional<CommittedUse> use, List<String> assumptions) {

    /**
     * The parts of a cost.
     *
     * @param committed
     *            paid whether used or not
     * @param perUse
     *            paid as used, or as overflow over what is committed
     * @param batch
     *            of what moved to batch
     * @param perHour
     *            of all together
     * @param saving
     *            less than as bought, over the stretch; negative where it is dearer
     */
    public record Cost(Usd committed, Usd perUse, Usd batch, Usd total, Usd perHour, Usd saving) {}

    public WhatIfAnswer {
        refused = List.copyOf(refused);
        assumptions = List.copyOf(assumptions);
    }
}
