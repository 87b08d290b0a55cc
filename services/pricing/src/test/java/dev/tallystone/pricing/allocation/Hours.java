package dev.tallystone.pricing.allocation;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An hour from noon of one unit for $60, so that a minute is a dollar; a unit serves 1,000 tokens in and 100 out. */
final class Hours {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final UnitCapacity CAPACITY = new UnitCapacity("acme.one", 1_000, 100, "contract");

    private final Map<Long, Map<String, Demand>> minutes = new TreeMap<>();
    private Optional<UnitCapacity> capacity = Optional.of(CAPACITY);
    private IdlePolicy policy = IdlePolicy.OWN_LINE;
    private Optional<String> owner = Optional.empty();
    private Costs costs = Costs.atList(Usd.of("60"));
    private long units = 1;

    Hours calls(int minute, String team, long input, long output) {
        return calls(minute, team, input, output, "0.001");
    }

    Hours calls(int minute, String team, long input, long output, String usdAtList) {
        return demand(minute, team, new Demand(tokens(input, output), Usd.of(usdAtList), true));
    }

    Hours demand(int minute, String team, Demand demand) {
        minutes.computeIfAbsent(NOON.getEpochSecond() / 60 + minute, _ -> new HashMap<>())
                .merge(team, demand, Demand::plus);
        return this;
    }

    static Quantities tokens(long input, long output) {
        return Quantities.of(Measure.REQUESTS, 1)
                .plus(Quantities.of(Measure.INPUT, input))
                .plus(Quantities.of(Measure.OUTPUT, output));
    }

    Hours capacityUnknown() {
        capacity = Optional.empty();
        return this;
    }

    Hours idle(IdlePolicy how) {
        policy = how;
        return this;
    }

    Hours owner(String team) {
        owner = Optional.of(team);
        return this;
    }

    Hours units(long count) {
        units = count;
        return this;
    }

    Hours costs(Costs whole) {
        costs = whole;
        return this;
    }

    List<AllocatedRow> byDay(Map<String, Demand> work) {
        return HourAllocation.ofDay(new OwnedHour("fraud", NOON, units, costs), work, "its minutes are gone", policy,
                owner);
    }

    List<AllocatedRow> rows() {
        return HourAllocation.of(new OwnedHour("fraud", NOON, units, costs), minutes,
                capacity.map(unit -> Capacity.of(unit, units)), policy, owner);
    }
}
