package dev.tallystone.board.chargeback;

import dev.tallystone.board.Attribution;
import dev.tallystone.board.Past;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import dev.tallystone.pricing.allocation.Basis;
import dev.tallystone.pricing.allocation.Capacity;
import dev.tallystone.pricing.allocation.HourAllocation;
import dev.tallystone.pricing.allocation.OwnedHour;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingCosts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Divides the hours of one charge, as they are billed: they begin when it does, and the last may outlast its end. In
 * each of the four costs the rows of an hour add up to what accrues in it.
 */
final class HourDivision {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Past past;
    private final StandingCharge charge;
    private final ServedWork work;
    private final StandingCosts costs;
    private final Optional<String> owner;

    HourDivision(Past past, StandingCharge charge, ServedWork work) {
        this.past = past;
        this.charge = charge;
        this.work = work;
        this.costs = new StandingCosts(past.pricer());
        this.owner = Optional.of(charge.owner()).filter(team -> !team.isEmpty());
    }

    /** Those that begin in {@code [from, to)}. */
    static List<Instant> starts(StandingCharge charge, Instant from, Instant to) {
        long sinceMs = from.toEpochMilli() - charge.start().toEpochMilli();
        Instant start = charge.start().plus(HOUR.multipliedBy(Math.max(0, Math.ceilDiv(sinceMs, HOUR.toMillis()))));
        var starts = new ArrayList<Instant>();
        while (start.isBefore(to) && charge.isActive(start)) {
            starts.add(start);
            start = start.plus(HOUR);
        }
        return starts;
    }

    List<AllocatedRow> divide(Instant start) {
        Costs accrued = costs.accrued(charge, start, start.plus(HOUR));
        boolean paidAhead = !accrued.billed().equals(accrued.effective());
        Costs divided = paidAhead ? withBilled(accrued, Usd.ZERO) : accrued;
        var rows = new ArrayList<>(divide(start, divided));
        if (paidAhead && accrued.billed().isPositive()) {
            rows.add(undivided(withBilled(Costs.ZERO, accrued.billed()), Basis.PAID_AHEAD,
                    "billed for a month when it begins: the hours have the effective cost"));
        }
        return rows;
    }

    private static Costs withBilled(Costs costs, Usd billed) {
        return new Costs(costs.list(), costs.contracted(), costs.effective(), billed);
    }

    private List<AllocatedRow> divide(Instant start, Costs whole) {
        if (start.plus(HOUR).isAfter(lastFullMinute())) {
            return List.of(undivided(whole, Basis.STILL_RUNS, "the hour is not over"));
        }
        if (start.isBefore(past.since())) {
            return List.of(undivided(whole, Basis.NOT_COUNTED, "calls of then are not known: the oldest tally is of "
                    + past.since()));
        }
        var hour = new OwnedHour(charge.id(), start, 1, whole);
        return work.served()
                .whyNotKept(hour.firstMinute(), hour.endMinute())
                .map(why -> HourAllocation.ofDay(hour, work.workOfDay(start), "of the whole day, since " + why,
                        past.settings().idle(), owner))
                .orElseGet(() -> byMinutes(hour));
    }

    private Instant lastFullMinute() {
        long ms = past.asOf().toEpochMilli();
        return Instant.ofEpochMilli(ms - Math.floorMod(ms, CellHistory.MINUTE_MS));
    }

    private List<AllocatedRow> byMinutes(OwnedHour hour) {
        Optional<Capacity> capacity = ServingCapacity.of(past, charge, hour.start());
        var minutes = capacity.isPresent() ? work.minutes(hour) : Map.of(hour.firstMinute(), work.work(hour));
        return HourAllocation.of(hour, minutes, capacity, past.settings().idle(), owner);
    }

    AllocatedRow undivided(Costs whole, Basis basis, String why) {
        return new AllocatedRow(owner.orElse(Attribution.UNALLOCATED), Use.UNDIVIDED, whole, basis,
                why + owner.map(_ -> "; charged to its owner").orElse("; no owner is declared"));
    }
}
