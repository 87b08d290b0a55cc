package dev.tallystone.board;

import dev.tallystone.board.Attribution.DecidedBy;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitPrices;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.Renewal;
import dev.tallystone.pricing.standing.StandingKind;
import dev.tallystone.recommendation.Recommendation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything known at one offset vector. Money is before tax and credits.
 *
 * @param asOf
 *            windows end here, in event time
 * @param since
 *            begin of the oldest tally that is kept: what "to date" means
 * @param unpricedShare
 *            of the last hour's requests, 0 to 1
 * @param unpricedTokenShare
 *            of the last hour's tokens, 0 to 1
 * @param models
 *            dearest first
 * @param teams
 *            dearest first
 * @param disagreement
 *            this UTC month's cost of calls whose metadata names another team than their identity does
 * @param options
 *            in the order of {@link PricingOption}
 * @param contract
 *            by whose prices the money goes
 */
public record Board(Identity identity, Instant asOf, Optional<Instant> since, Trust trust, Burn burn, Money today,
        Money thisMonth, Money toDate, BigDecimal unpricedShare, BigDecimal unpricedTokenShare, List<ModelLine> models,
        List<TeamLine> teams,
        Money disagreement, List<OptionLine> options, List<Recommendation> recommendations,
        List<CommitmentLine> commitments,
        Folded folded, Contract contract) {

    /**
     * What the board is a function of.
     *
     * @param digest
     *            of everything shown: equal inputs, equal digest
     */
    public record Identity(String bookName, String bookDigest, String configDigest, String digest) {}

    /**
     * What an hour costs now: the last five full minutes times twelve, and what accrues by the calendar.
     *
     * @param standing
     *            an hour of owned units and the like, used or not
     * @param seconds
     *            of usage it rests on; below 300 it is scaled up
     */
    public record Burn(Money usage, Costs standing, long seconds) {

        /** Both, an hour. */
        public Usd usdPerHour() {
            return usage.usd().plus(standing.effective());
        }
    }

    /**
     * One model in one Region, bought in one way.
     *
     * @param model
     *            base model, or the model as called while that is unresolved
     * @param lastMinute
     *            the quantities of the last full minute
     * @param burn
     *            US dollars an hour, as bought
     * @param quotes
     *            US dollars an hour of the same work by each option that is sold for all of it
     * @param costs
     *            of each window, as bought
     * @param requests
     *            of the last hour, by outcome
     */
    public record ModelLine(String model, String name, String kind, String region, Mode mode, Quantities lastMinute,
            Quantities lastFiveMinutes, Money burn, Map<PricingOption, Usd> quotes, Map<Window, Money> costs,
            Money today, Money toDate, Quantities quantitiesToDate, Map<Outcome, Long> requests) {

        public ModelLine {
            quotes = inOrder(quotes);
            costs = inOrder(costs);
            requests = inOrder(requests);
        }

        /** Whether anything of the last five minutes is charged for, however it was bought. */
        public boolean isWorking() {
            return UnitPrices.isCharged(lastFiveMinutes);
        }
    }

    /**
     * What a team's calls cost, and apart from it what accrues for it by the calendar: never add them to a chargeback,
     * which divides the latter by use.
     *
     * @param standing
     *            of what is declared to be the team's; of unallocated, what is nobody's
     * @param decidedBy
     *            this month's cost by what named the team
     * @param principals
     *            who is behind what is unallocated, dearest first this month, {@value #MAX_PRINCIPALS} at most; empty
     *            for every other line
     */
    public record TeamLine(String team, Quantities lastMinute, Money burn, Map<Window, Money> costs, Money today,
            Money thisMonth, Money toDate, Owned standing, Map<DecidedBy, Money> decidedBy,
            List<PrincipalCost> principals) {

        /** How many principals are named. */
        public static final int MAX_PRINCIPALS = 5;

        public TeamLine {
            costs = inOrder(costs);
            decidedBy = inOrder(decidedBy);
            principals = List.copyOf(principals);
        }

        /** Whether it is what nobody is charged for. */
        public boolean isUnallocated() {
            return team.equals(Teams.UNALLOCATED);
        }
    }

    /**
     * What is owned, reserved or kept, whether or not it serves calls.
     *
     * @param perHour
     *            now
     */
    public record Owned(Costs perHour, Costs today, Costs thisMonth) {

        /** Nothing is. */
        public static final Owned NOTHING = new Owned(Costs.ZERO, Costs.ZERO, Costs.ZERO);

        /** Both together. */
        public Owned plus(Owned other) {
            return new Owned(perHour.plus(other.perHour), today.plus(other.today), thisMonth.plus(other.thisMonth));
        }
    }

    /**
     * What one principal's calls cost this month.
     *
     * @param principal
     *            {@code ""} where the records name none
     */
    public record PrincipalCost(String principal, Money thisMonth) {}

    /**
     * The same work by one option, as far as it is sold.
     *
     * @param modelsSold
     *            of {@code modelsInUse}
     * @param asBought
     *            what the covered work costs an hour: now, or for units in the minutes that they are sized for
     * @param quoted
     *            what the same work would cost by this option
     */
    public record OptionLine(PricingOption option, int modelsSold, int modelsInUse, Usd asBought, Usd quoted,
            OptionGuide guide) {}

    /**
     * What accrues by the calendar.
     *
     * @param owner
     *            the team that it is for; empty while it is nobody's
     * @param amount
     *            such as {@code 2 units}
     * @param term
     *            absent where none is bought
     * @param usdPerHour
     *            effective, now
     * @param thisMonth
     *            since the UTC month began
     * @param accrued
     *            to date
     */
    public record CommitmentLine(String id, StandingKind kind, String model, String region, String owner, String amount,
            Optional<PricingOption> term, Usd usdPerHour, Costs thisMonth, Costs accrued, Optional<Renewal> nextRenewal,
            Instant start, Optional<Instant> end) {}

    /** How many lines were shown as {@code other}, for want of room. */
    public record Folded(int models, int teams) {}

    public Board {
        models = List.copyOf(models);
        teams = List.copyOf(teams);
        options = List.copyOf(options);
        recommendations = List.copyOf(recommendations);
        commitments = List.copyOf(commitments);
    }

    /** A copy whose order, and so its text, is the same on every replica; that of {@link Map#copyOf} is not. */
    private static <K extends Comparable<K>, V> Map<K, V> inOrder(Map<K, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
