package dev.tallystone.board.why;

import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why one period's effective cost differs from that of another. Exact: the terms add up to {@code change}, callers and
 * standing charges do, teams and standing charges do. Plain values throughout, fit for JSON.
 *
 * @param terms
 *            one for each {@link Cause}, in its order
 * @param callers
 *            at most three, whose cost changed most, up or down; those that did not change are not named
 * @param teams
 *            likewise
 * @param action
 *            what to look at first; absent when nothing became dearer
 * @param leftOut
 *            what is in neither sum, for want of a price
 * @param basis
 *            {@code at list} or {@code contracted}, by what held in either period
 */
public record Change(Span before, Span after, Usd change, List<Term> terms, List<Mover> callers, List<Mover> teams,
        Optional<Action> action, List<LeftOut> leftOut, String basis) {

    /** How many callers and teams are named. */
    public static final int MOVERS = 3;

    /** A period and what it cost, as far as it has a price in both. */
    public record Span(Instant from, Instant to, Usd usd) {}

    /** What one cause did, with the numbers behind it. */
    public record Term(Cause cause, Usd usd, String sentence) {}

    /** Somebody whose cost changed. Standing charges are nobody's. */
    public record Mover(String name, Usd before, Usd after, Usd change) {}

    /**
     * The one thing to look at.
     *
     * @param subject
     *            caller or model; empty for standing charges
     * @param usd
     *            how much of the change it explains
     */
    public record Action(Cause cause, String subject, Usd usd, String sentence) {}

    /** What could not be compared. Its requests are counted, its cost is not guessed. */
    public record LeftOut(String model, String why, long requestsBefore, long requestsAfter) {}

    public Change {
        terms = List.copyOf(terms);
        callers = List.copyOf(callers);
        teams = List.copyOf(teams);
        leftOut = List.copyOf(leftOut);
    }

    Change called(String otherBasis) {
        return new Change(before, after, change, terms, callers, teams, action, leftOut, otherBasis);
    }

    /** What one cause did. */
    public Usd of(Cause cause) {
        return terms.get(cause.ordinal()).usd();
    }
}
