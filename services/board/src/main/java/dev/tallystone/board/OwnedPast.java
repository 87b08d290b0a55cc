package dev.tallystone.board;

import dev.tallystone.metering.Cell;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.PackedPast;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingCharge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cells that were called on what is owned by the hour: their minutes are kept for as long as tallies are. Which
 * they are is told by the ARN or the tier as called, so that whoever is renamed later stays in. One thread.
 */
final class OwnedPast {

    private static final long MINUTES_PER_HOUR = 60;

    private record Place(String account, String region) {}

    private final Set<String> units = new HashSet<>();
    private final Set<Place> blocks = new HashSet<>();
    private final Pricer pricer;
    private final PackedPast packed = new PackedPast();
    private final List<CellState> cells = new ArrayList<>();

    OwnedPast(BoardSettings settings, Pricer pricer) {
        this.pricer = pricer;
        for (StandingCharge charge : settings.standing()) {
            if (charge instanceof Commitment) {
                units.add(charge.model());
            } else if (charge instanceof ReservedBlock) {
                blocks.add(new Place(charge.account(), charge.region()));
            }
        }
    }

    CellState newCell(Cell cell) {
        if (!isOwned(pricer.usage(cell, 0))) {
            return new CellState(cell, new CellHistory());
        }
        var state = new CellState(cell, packed.historyOf(cell));
        cells.add(state);
        return state;
    }

    /** Neither mode depends on the time. */
    private boolean isOwned(Usage usage) {
        Cell cell = usage.cell();
        return switch (usage.mode()) {
            case PROVISIONED -> units.contains(cell.model());
            case RESERVED -> blocks.contains(new Place(cell.account(), cell.region()));
            case ON_DEMAND, BATCH, FLEX, PRIORITY, ULTRAFAST, LATENCY_OPTIMIZED -> false;
        };
    }

    void advanceTo(Instant asOf) {
        packed.advanceTo(asOf);
    }

    Collection<CellState> cells() {
        return cells;
    }

    /** Whether the minutes of an hour, by hours since 1970, are gone with the days. */
    boolean isForgotten(long hour) {
        return packed.isForgotten(hour);
    }

    /** Whether an hour had more cells than minutes are kept of: the same today as when it is old. */
    boolean isCrowded(long hour) {
        return packed.isCrowded(hour) || (cells.size() > packed.maxCells() && isBusyWithMany(hour));
    }

    private boolean isBusyWithMany(long hour) {
        long from = hour * MINUTES_PER_HOUR;
        long busy = cells.stream().filter(cell -> cell.history().isBusy(from, from + MINUTES_PER_HOUR)).count();
        return busy > packed.maxCells();
    }

    int maxCells() {
        return packed.maxCells();
    }
}
