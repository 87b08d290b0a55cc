package dev.tallystone.board.explain;

import dev.tallystone.board.Money;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.StandingKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a sum of money came about. Its lines, standing charges included, add up to it exactly.
 *
 * @param from
 *            first moment, in event time
 * @param to
 *            behind the last
 * @param notPriced
 *            what is in no sum
 * @param assumptions
 *            for people
 */
public record Explanation(String scope, Instant from, Instant to, Money total, UnitCosts unitCosts, List<Line> lines,
        List<StandingLine> standing, List<NotPriced> notPriced, List<String> assumptions) {

    /**
     * One quantity at one price.
     *
     * @param context
     *            which requests the price is for, such as {@code above 200,000 tokens}; empty for all
     * @param per
     *            what the row's price is for, such as {@code 1M tokens}
     * @param listUnitPrice
     *            US dollars for {@code per}, as the row says
     * @param contractedUnitPrice
     *            US dollars for {@code per}, to this buyer
     */
    public record Line(String model, String region, String mode, String measure, String context, String variant,
            long quantity, String per, Usd listUnitPrice, Usd contractedUnitPrice, Costs costs, boolean certain,
            Because because) {}

    /**
     * Where a price comes from.
     *
     * @param evidence
     *            {@code announced}, {@code on_price_list} or {@code on_invoice}
     * @param rule
     *            why this row and no other
     * @param agreement
     *            what made the contracted price, with its paper
     */
    public record Because(String rowModel, String rowPlace, String rowFrom, String source, String seen,
            String evidence, String rule, Optional<String> agreement, String note) {}

    /**
     * What accrues by the calendar, whether used or not.
     *
     * @param term
     *            absent where none is bought
     * @param amount
     *            how much of it there is, for people
     * @param perHour
     *            effective, in the last hour of the time
     * @param basis
     *            how it is paid, for people
     * @param source
     *            the paper its price stands on; may be empty
     */
    public record StandingLine(String id, StandingKind kind, String model, String region, String owner,
            Optional<PricingOption> term, String amount, Usd perHour, String basis, String source, Costs costs) {}

    /** What has no price, or needs none. */
    public record NotPriced(String model, String region, String mode, String measure, long quantity, String why) {}

    public Explanation {
        lines = List.copyOf(lines);
        standing = List.copyOf(standing);
        notPriced = List.copyOf(notPriced);
        assumptions = List.copyOf(assumptions);
    }
}
