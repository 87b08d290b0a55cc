package dev.tallystone.board;

import dev.tallystone.board.Board.Owned;
import dev.tallystone.board.TeamSums.Stretch;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Pricer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Adds cells up by team. A cell's calls may belong to one team until a moment and to another from then on. */
final class TeamLines {

    /**
     * When it is.
     *
     * @param today
     *            days since 1970, UTC
     * @param firstOfMonth
     *            likewise
     */
    record Dates(Recent recent, long today, long firstOfMonth) {}

    private final Pricer pricer;
    private final Teams teams;
    private final LabelBound<String> bound;
    private final Map<String, TeamSums> byTeam = new TreeMap<>();
    private Money disagreement = Money.NONE;

    TeamLines(Pricer pricer, Teams teams, int maxTeams) {
        this.pricer = pricer;
        this.teams = teams;
        this.bound = new LabelBound<>(maxTeams, teams::rank, _ -> "other");
    }

    /**
     * @param owned
     *            by owner
     */
    void add(Collection<CellState> cells, Map<String, Owned> owned, Dates dates) {
        var toDate = new HashMap<CellState, Map<Integer, Quantities>>();
        var first = new HashMap<String, Long>();
        for (CellState cell : cells) {
            Map<Integer, Quantities> ofCell = cell.byEpoch(Long.MIN_VALUE, Long.MAX_VALUE);
            toDate.put(cell, ofCell);
            ofCell.keySet().forEach(epoch -> first.merge(team(cell, epoch), firstBucket(cell, epoch), Math::min));
        }
        owned.keySet().forEach(owner -> first.merge(owner, Long.MAX_VALUE, Math::min));
        bound.admit(first);
        toDate.forEach((cell, ofCell) -> add(cell, ofCell, dates));
        owned.forEach((owner, standing) -> sums(owner).add(standing));
    }

    private String team(CellState cell, int epoch) {
        return teams.of(cell.cell(), epoch).team();
    }

    /** The earliest that the cell's calls of an epoch can have been. */
    private long firstBucket(CellState cell, int epoch) {
        Instant begin = pricer.momentOf(epoch);
        return Math.max(cell.firstBucket(), TallyKey.bucketOf(begin.toEpochMilli()));
    }

    private void add(CellState cell, Map<Integer, Quantities> toDate, Dates dates) {
        each(cell, toDate, (sums, part) -> sums.add(Stretch.TO_DATE, part.cost));
        each(cell, cell.byEpoch(dates.firstOfMonth, dates.today + 1), (sums, part) -> addMonth(cell, sums, part));
        each(cell, cell.byEpoch(dates.today, dates.today + 1), (sums, part) -> sums.add(Stretch.TODAY, part.cost));
        each(cell, cell.byEpoch(dates.recent, pricer), (sums, part) -> sums.add(Stretch.RECENT, part.cost));
        for (Window window : Window.ALL) {
            each(cell, cell.byEpoch(window, pricer), (sums, part) -> {
                sums.add(window, part.cost);
                if (window == Window.ONE_MINUTE) {
                    sums.addLastMinute(part.quantities);
                }
            });
        }
    }

    private void addMonth(CellState cell, TeamSums sums, Part part) {
        sums.add(Stretch.THIS_MONTH, part.cost);
        sums.addReason(part.attribution.decidedBy(), cell.cell().caller().principal(), part.cost);
        if (part.attribution.isDisputed()) {
            disagreement = disagreement.plus(part.cost);
        }
    }

    private record Part(Attribution attribution, Quantities quantities, Money cost) {}

    private void each(CellState cell, Map<Integer, Quantities> byEpoch, BiConsumer<TeamSums, Part> add) {
        byEpoch.forEach((epoch, quantities) -> {
            if (quantities.equals(Quantities.NONE)) {
                return; // or a team to which the cell belongs only now would have a line without a call
            }
            Attribution attribution = teams.of(cell.cell(), epoch);
            Money cost = Money.NONE.plus(pricer.charge(pricer.usage(cell.cell(), epoch), quantities, epoch));
            add.accept(sums(attribution.team()), new Part(attribution, quantities, cost));
        });
    }

    private TeamSums sums(String team) {
        return byTeam.computeIfAbsent(bound.label(team), _ -> new TeamSums());
    }

    /** By label, in alphabetical order. */
    Map<String, TeamSums> byTeam() {
        return byTeam;
    }

    Money disagreement() {
        return disagreement;
    }

    int folded() {
        return bound.folded();
    }
}
