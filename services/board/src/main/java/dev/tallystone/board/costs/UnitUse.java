package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.board.Used;
import dev.tallystone.board.chargeback.ServingCapacity;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.Capacity;
import dev.tallystone.pricing.allocation.Demand;
import dev.tallystone.pricing.allocation.HourAllocation;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.allocation.OwnedHour;
import dev.tallystone.pricing.focus.OwnedCapacity;
import dev.tallystone.pricing.standing.Commitment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of model units was used: where minutes are kept by the part of each minute's binding dimension, as in
 * chargeback, else by whole day.
 */
final class UnitUse {

    private static final String ANYBODY = "anybody";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Past past;
    private final Served served;

    UnitUse(Past past) {
        this.past = past;
        this.served = new Served(past, Mode.PROVISIONED);
    }

    /** Of the hours that begin within {@code [from, to)}, a part of one UTC day; {@code whole} is all of them. */
    Use of(Commitment owned, OwnedCapacity capacity, BigDecimal whole, Instant from, Instant to) {
        return served.keepsMinutes(owned, from, to.plus(HOUR))
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
        BigDecimal used = BigDecimal.ZERO;
        long consumed = 0;
        for (Instant start : hours) {
            Map<Long, Quantities> minutes = minutes(owned, start);
            long inHour = minutes.values().stream().mapToLong(capacity::served).sum();
            consumed += inHour;
            if (inHour != 0) {
                used = used.add(used(owned, start, minutes, ServingCapacity.of(past, owned, start)));
            }
        }
        return Use.of(used, consumed,
                ServingCapacity.of(past, owned, hours.getFirst())
                        .map(known -> "by minute, capacity by " + known.source())
                        .orElse("by hour with calls: capacity not stated"));
    }

    private Map<Long, Quantities> minutes(Commitment owned, Instant start) {
        var minutes = new TreeMap<Long, Quantities>();
        served.minutes(owned, start, start.plus(HOUR))
                .forEach((minute, calls) -> minutes.put(minute,
                        calls.stream().map(Used::quantities).reduce(Quantities.NONE, Quantities::plus)));
        return minutes;
    }

    /** Unit-hours divide as dollars do. */
    private static BigDecimal used(Commitment owned, Instant start, Map<Long, Quantities> minutes,
            Optional<Capacity> stated) {
        if (stated.isEmpty()) {
            return BigDecimal.valueOf(owned.units());
        }
        var hour = new OwnedHour(owned.id(), start, 1, Costs.atList(new Usd(BigDecimal.valueOf(owned.units()))));
        var demand = new TreeMap<Long, Map<String, Demand>>();
        minutes.forEach((minute, all) -> demand.put(minute, Map.of(ANYBODY, new Demand(all, Usd.ZERO, false))));
        return HourAllocation.of(hour, demand, stated, IdlePolicy.OWN_LINE, Optional.empty())
                .stream()
                .filter(row -> row.use() == AllocatedRow.Use.USED)
                .map(row -> row.costs().effective().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
