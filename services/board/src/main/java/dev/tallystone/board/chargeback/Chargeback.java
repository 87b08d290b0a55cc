package dev.tallystone.board.chargeback;

import dev.tallystone.board.Past;
import dev.tallystone.board.chargeback.OwnedUnits.Hour;
import dev.tallystone.board.chargeback.OwnedUnits.Line;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import dev.tallystone.pricing.allocation.HourAllocation;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.allocation.OwnedHour;
import dev.tallystone.pricing.standing.Commitment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * The last hours of owned units, divided among those who called them. An hour is divided when all its minutes are
 * known: the last day of them is kept, and of what was before the oldest tally nobody knows whether it was counted.
 *
 * @param to
 *            behind the last minute that is full
 * @param idle
 *            who takes what nobody used
 * @param since
 *            the oldest tally; hours that began before are left out
 */
public record Chargeback(int hours, Instant to, IdlePolicy idle, Instant since, List<OwnedUnits> commitments) {

    /** As many hours as minutes are kept. */
    public static final int MAX_HOURS = 24;

    private static final Duration HOUR = Duration.ofHours(1);

    public Chargeback {
        commitments = List.copyOf(commitments);
    }

    /**
     * Of everything that is owned.
     *
     * @throws IllegalArgumentException
     *             when the hours are not from 1 to {@value #MAX_HOURS}
     */
    public static Chargeback of(Past past, int hours) {
        if (hours < 1 || hours > MAX_HOURS) {
            throw new IllegalArgumentException("hours must lie between 1 and %d, not %d".formatted(MAX_HOURS, hours));
        }
        IdlePolicy idle = past.settings().idle();
        return new Chargeback(hours, end(past), idle, past.since(),
                past.settings()
                        .commitments()
                        .stream()
                        .map(owned -> of(past, owned, hours, idle, owner(owned)))
                        .toList());
    }

    private static Instant end(Past past) {
        long ms = past.asOf().toEpochMilli();
        return Instant.ofEpochMilli(ms - Math.floorMod(ms, CellHistory.MINUTE_MS));
    }

    private static Optional<String> owner(Commitment owned) {
        return Optional.of(owned.owner()).filter(team -> !team.isEmpty());
    }

    /** Of one commitment, of which a team may be the owner. */
    public static OwnedUnits of(Past past, Commitment owned, int hours, IdlePolicy idle, Optional<String> owner) {
        var demand = UnitDemand.of(past, owned);
        var divided = new ArrayList<Hour>();
        for (Instant start : starts(past, owned, hours)) {
            var hour = new OwnedHour(owned.id(), start, owned.units(), Costs.atList(owned.perHour()));
            divided.add(new Hour(start, HourAllocation.of(hour, demand.of(hour), capacity(past, owned, start), idle,
                    owner)));
        }
        Costs total = Costs.atList(owned.perHour().times(divided.size()));
        return new OwnedUnits(owned.id(), past.pricer().baseModel(owned.model(), past.asOf()), owned.region(),
                owned.units(), total, lines(divided), divided);
    }

    /** The commitment's own hours, as they are billed: they begin when it does, and the last may outlast its end. */
    private static List<Instant> starts(Past past, Commitment owned, int hours) {
        Instant to = end(past);
        Instant from = to.minus(HOUR.multipliedBy(hours));
        Instant known = past.since().isAfter(from) ? past.since() : from;
        var starts = new ArrayList<Instant>();
        long skipped = Math.max(0, Math.ceilDiv(known.toEpochMilli() - owned.start().toEpochMilli(), HOUR.toMillis()));
        Instant start = owned.start().plus(HOUR.multipliedBy(skipped));
        while (!start.plus(HOUR).isAfter(to) && owned.isActive(start)) {
            starts.add(start);
            start = start.plus(HOUR);
        }
        return starts;
    }

    /** What one unit serves, if somebody states it. */
    public static Optional<UnitCapacity> capacity(Past past, Commitment owned, Instant at) {
        String model = past.pricer().baseModel(owned.model(), at);
        return past.settings()
                .capacities()
                .stream()
                .filter(capacity -> capacity.baseModel().equals(model))
                .findFirst();
    }

    private static List<Line> lines(List<Hour> hours) {
        record Key(String line, Use use) {}
        var sums = new HashMap<Key, Costs>();
        hours.stream()
                .flatMap(hour -> hour.rows().stream())
                .forEach(row -> sums.merge(new Key(row.line(), row.use()), row.costs(), Costs::plus));
        return sums.entrySet()
                .stream()
                .map(sum -> new Line(sum.getKey().line(), sum.getKey().use(), sum.getValue()))
                .sorted(Comparator.comparing(Line::use)
                        .thenComparing((Line line) -> line.costs().effective(), Comparator.reverseOrder())
                        .thenComparing(Line::line))
                .toList();
    }
}
