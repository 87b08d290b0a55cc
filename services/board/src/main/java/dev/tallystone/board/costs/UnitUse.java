package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.board.chargeback.Chargeback;
import dev.tallystone.board.chargeback.UnitDemand;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.Demand;
import dev.tallystone.pricing.allocation.HourAllocation;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.allocation.OwnedHour;
import dev.tallystone.pricing.focus.OwnedCapacity;
import dev.tallystone.pricing.standing.Commitment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of model units was used: where minutes are kept by the part of each minute's binding dimension, as in
 * chargeback, else by whole day.
 */
final class UnitUse {

    private final Past past;
    private final Served served;
    private final Map<String, UnitDemand> demands = new HashMap<>();

    UnitUse(Past past) {
        this.past = past;
        this.served = new Served(past, Mode.PROVISIONED);
    }

    /** Of the hours that begin within {@code [from, to)}, a part of one UTC day; {@code whole} is all of them. */
    Use of(Commitment owned, OwnedCapacity capacity, BigDecimal whole, Instant from, Instant to) {
        return served.keepsMinutesSince(from)
                ? byMinute(owned, capacity, owned.hoursBegunIn(from, to).toList())
                : byDay(owned, capacity, whole, from, to);
    }

    private Use byDay(Commitment owned, OwnedCapacity capacity, BigDecimal whole, Instant from, Instant to) {
        long consumed = served.ofDay(from, to)
                .filter(used -> used.usage().cell().model().equals(owned.model()))
                .mapToLong(used -> capacity.served(used.quantities()))
                .sum();
        return Use.of(whole, consumed, Use.BY_DAY);
    }

    private Use byMinute(Commitment owned, OwnedCapacity capacity, List<Instant> hours) {
        UnitDemand demand = demands.computeIfAbsent(owned.id(), _ -> UnitDemand.of(past, owned));
        Optional<UnitCapacity> stated = Chargeback.capacity(past, owned, hours.getFirst());
        BigDecimal used = BigDecimal.ZERO;
        long consumed = 0;
        for (Instant start : hours) {
            var hour = new OwnedHour(owned.id(), start, owned.units(),
                    Costs.atList(new Usd(BigDecimal.valueOf(owned.units())))); // unit-hours divide as dollars do
            long inHour = consumed(demand.of(hour), capacity);
            consumed += inHour;
            if (inHour != 0) {
                used = used.add(used(hour, demand.of(hour), stated));
            }
        }
        return Use.of(used, consumed, stated.map(known -> "by minute, capacity by " + known.source())
                .orElse("by hour with calls: capacity not stated"));
    }

    private static long consumed(Map<Long, Map<String, Demand>> minutes, OwnedCapacity capacity) {
        return minutes.values()
                .stream()
                .flatMap(teams -> teams.values().stream())
                .map(Demand::served)
                .reduce(Quantities::plus)
                .map(capacity::served)
                .orElse(0L);
    }

    private static BigDecimal used(OwnedHour hour, Map<Long, Map<String, Demand>> minutes,
            Optional<UnitCapacity> stated) {
        return HourAllocation.of(hour, minutes, stated, IdlePolicy.OWN_LINE, Optional.empty())
                .stream()
                .filter(row -> row.use() == AllocatedRow.Use.USED)
                .map(row -> row.costs().effective().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
