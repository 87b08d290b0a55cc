package dev.tallystone.board;

import dev.tallystone.board.Attribution.DecidedBy;
import dev.tallystone.board.Board.Owned;
import dev.tallystone.board.Board.PrincipalCost;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Window;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds what was attributed up to one team's line of the board. */
final class TeamSums {

    /** The stretches that a line shows beside its windows. */
    enum Stretch {
        RECENT,
        TODAY,
        THIS_MONTH,
        TO_DATE
    }

    private final Map<Window, Money> costs = new EnumMap<>(Window.class);
    private final Map<Stretch, Money> stretches = new EnumMap<>(Stretch.class);
    private final Map<DecidedBy, Money> decidedBy = new EnumMap<>(DecidedBy.class);
    private final Map<String, Money> principals = new HashMap<>();
    private Quantities lastMinute = Quantities.NONE;
    private Owned standing = Owned.NOTHING;

    TeamSums() {
        Window.ALL.forEach(window -> costs.put(window, Money.NONE)); // also where nothing was used
    }

    void addLastMinute(Quantities quantities) {
        lastMinute = lastMinute.plus(quantities);
    }

    void add(Owned owned) {
        standing = standing.plus(owned);
    }

    Owned standing() {
        return standing;
    }

    void add(Window window, Money cost) {
        costs.merge(window, cost, Money::plus);
    }

    void add(Stretch stretch, Money cost) {
        stretches.merge(stretch, cost, Money::plus);
    }

    /** Of this month. */
    void addReason(DecidedBy reason, String principal, Money cost) {
        decidedBy.merge(reason, cost, Money::plus);
        if (reason == DecidedBy.NONE) {
            principals.merge(principal, cost, Money::plus);
        }
    }

    Quantities lastMinute() {
        return lastMinute;
    }

    Map<Window, Money> costs() {
        return costs;
    }

    Money of(Stretch stretch) {
        return stretches.getOrDefault(stretch, Money.NONE);
    }

    Map<DecidedBy, Money> decidedBy() {
        return decidedBy;
    }

    /** The dearest principals of what nobody is charged for. */
    List<PrincipalCost> dearest(int count) {
        return principals.entrySet()
                .stream()
                .map(entry -> new PrincipalCost(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((PrincipalCost cost) -> cost.thisMonth().usd())
                        .reversed()
                        .thenComparing(PrincipalCost::principal))
                .limit(count)
                .toList();
    }
}
