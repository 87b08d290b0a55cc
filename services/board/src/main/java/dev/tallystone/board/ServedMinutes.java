package dev.tallystone.board;

import dev.tallystone.invocation.ModelId;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.PackedPast;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingCharge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The calls that model units or a Reserved block served, minute by minute: those of the units' ARN, or those of the
 * block's model that state the reserved tier. Of other charges there are none. Belongs to the thread of its
 * {@link Past}.
 */
public final class ServedMinutes {

    private static final long MINUTES_PER_HOUR = 60;

    private final OwnedPast owned;
    private final StandingCharge charge;
    private final Pricer pricer;
    private final Teams teams;

    ServedMinutes(OwnedPast owned, StandingCharge charge, Pricer pricer, Teams teams) {
        this.owned = owned;
        this.charge = charge;
        this.pricer = pricer;
        this.teams = teams;
    }

    /** Why not all of the minutes in {@code [from, to)} are kept; empty where they are. */
    public Optional<String> whyNotKept(long from, long to) {
        long first = Math.floorDiv(from, MINUTES_PER_HOUR);
        long last = Math.floorDiv(to - 1, MINUTES_PER_HOUR);
        if (owned.isForgotten(first)) {
            return Optional.of("minutes are kept for %d days".formatted(PackedPast.KEPT.toDays()));
        }
        return LongStream.rangeClosed(first, last).anyMatch(owned::isCrowded)
                ? Optional.of("minutes are kept of %d kinds of calls an hour, and it had more"
                        .formatted(owned.maxCells()))
                : Optional.empty();
    }

    /** The minutes with calls in {@code [from, to)}, by minutes since 1970, as far as they are kept. */
    public Map<Long, List<Used>> minutes(long from, long to) {
        var minutes = new TreeMap<Long, List<Used>>();
        for (CellState cell : owned.cells()) {
            if (mayServe(cell.cell())) {
                cell.history()
                        .keptMinutes(from, to)
                        .forEach((minute, quantities) -> used(cell,
                                pricer.epochOf(minute * CellHistory.MINUTE_MS), quantities)
                                .ifPresent(used -> minutes.computeIfAbsent(minute, _ -> new ArrayList<>()).add(used)));
            }
        }
        return minutes;
    }

    /** What was called in the UTC days {@code [from, to)}, by cell and epoch; nothing where {@code to} is earlier. */
    public List<Used> days(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        return owned.cells()
                .stream()
                .filter(cell -> mayServe(cell.cell()))
                .flatMap(cell -> cell.byEpoch(from.toEpochDay(), to.toEpochDay())
                        .entrySet()
                        .stream()
                        .flatMap(epoch -> used(cell, epoch.getKey(), epoch.getValue()).stream()))
                .toList();
    }

    private boolean mayServe(Cell cell) {
        return switch (charge) {
            case Commitment units -> cell.model().equals(units.model());
            case ReservedBlock block -> cell.account().equals(block.account())
                    && cell.region().equals(block.region());
            case ModelStorage _,ImportUnits _ -> false;
        };
    }

    private Optional<Used> used(CellState cell, int epoch, Quantities quantities) {
        Usage usage = pricer.usage(cell.cell(), epoch);
        boolean served = switch (charge) {
            case Commitment _ -> usage.mode() == Mode.PROVISIONED;
            case ReservedBlock block -> usage.mode() == Mode.RESERVED && isOf(block, usage, epoch);
            case ModelStorage _,ImportUnits _ -> false;
        };
        return served
                ? Optional.of(new Used(usage, teams.of(cell.cell(), epoch).team(), epoch, quantities))
                : Optional.empty();
    }

    /** A block that was bought for a geography, or for all, serves what is called so. */
    private boolean isOf(ReservedBlock block, Usage usage, int epoch) {
        return usage.model().equals(pricer.baseModel(block.model(), pricer.momentOf(epoch)))
                && (!(ModelId.parse(block.model()) instanceof ModelId.Foundation(_, var bought))
                        || usage.priceKey().filter(key -> key.routing() == bought).isPresent());
    }
}
