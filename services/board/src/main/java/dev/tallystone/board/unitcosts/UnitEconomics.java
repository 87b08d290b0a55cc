package dev.tallystone.board.unitcosts;

import dev.tallystone.board.Money;
import dev.tallystone.board.explain.UnitCosts;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one of something cost, in a stretch of event time.
 *
 * @param total
 *            of all that was asked for
 * @param models
 *            dearest first; they add up to the total
 * @param teams
 *            dearest first; without what accrues by the calendar, which has no team here
 * @param standing
 *            effective cost of what accrues by the calendar: in total and models, not in teams
 * @param notes
 *            for people
 */
public record UnitEconomics(String scope, Instant from, Instant to, Line total, List<Line> models, List<Line> teams,
        List<PerOne> denominators, Usd standing, List<String> notes) {

    public UnitEconomics {
        models = List.copyOf(models);
        teams = List.copyOf(teams);
        denominators = List.copyOf(denominators);
        notes = List.copyOf(notes);
    }

    /**
     * One model, one team, or all.
     *
     * @param ownedRequests
     *            calls that owned units served and whose hours are not in the cost: they are not in the unit costs
     *            either
     * @param pricedRequests
     *            of those in the unit costs, how many have a price
     * @param pricedTokens
     *            likewise
     * @param absent
     *            why a unit cost is missing
     */
    public record Line(String name, Money cost, UnitCosts unitCosts, long ownedRequests, long pricedRequests,
            long pricedTokens, List<String> absent) {

        public Line {
            absent = List.copyOf(absent);
        }
    }

    /**
     * US dollars for one of what the user counts.
     *
     * @param cost
     *            of the covered runs alone
     * @param perOne
     *            effective, rounded half-even to 12 decimals
     * @param notes
     *            why there is none, or how it is to be read
     */
    public record PerOne(DenominatorKey denominator, Coverage coverage, Optional<Line> cost, Optional<Usd> perOne,
            List<String> notes) {

        public PerOne {
            notes = List.copyOf(notes);
        }
    }
}
