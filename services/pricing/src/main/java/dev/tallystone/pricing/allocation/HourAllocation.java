package dev.tallystone.pricing.allocation;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides one hour of owned units or of a Reserved block. In each of the four costs the rows add up to the hour
 * exactly; a part is rounded to ten decimals, the largest remainders up.
 */
public final class HourAllocation {

    /** The line of what nobody used. No team can have its name. */
    public static final String IDLE = "idle";

    private final IdlePolicy policy;
    private final Optional<String> owner;

    private HourAllocation(IdlePolicy policy, Optional<String> owner) {
        this.policy = policy;
        this.owner = owner;
    }

    /**
     * Used rows in the order of the teams' names, then what was not used.
     *
     * @param minutes
     *            what each team had served, by minutes since 1970; of this hour only. A minute without calls may be
     *            left out
     * @param capacity
     *            of all units; without it the whole hour is divided by what was served, if anything was
     * @throws IllegalArgumentException
     *             when a minute is not of the hour, or a team or the owner is named {@value #IDLE}
     */
    public static List<AllocatedRow> of(OwnedHour hour, Map<Long, Map<String, Demand>> minutes,
            Optional<Capacity> capacity, IdlePolicy policy, Optional<String> owner) {
        var sorted = new TreeMap<>(minutes);
        judge(hour, sorted, owner);
        SortedMap<String, UsedPart> used = capacity.map(known -> CapacityShares.of(sorted, known))
                .orElseGet(() -> WorkShares.of(sum(sorted.values()), Basis.WORK_SHARE, "capacity not stated"));
        String unused = used.isEmpty()
                ? "no calls in this hour"
                : "what no team used" + capacity.map(known -> ", capacity by " + known.source()).orElse("");
        return new HourAllocation(policy, owner).divide(hour.costs(), used, unused);
    }

    /**
     * Of an hour whose minutes are not kept: the whole of it by the work of its day.
     *
     * @param work
     *            what each team had served that day
     * @param why
     *            its minutes are not kept, for people
     */
    public static List<AllocatedRow> ofDay(OwnedHour hour, Map<String, Demand> work, String why, IdlePolicy policy,
            Optional<String> owner) {
        refuseIdle(work.containsKey(IDLE) || owner.filter(IDLE::equals).isPresent());
        return new HourAllocation(policy, owner).divide(hour.costs(), WorkShares.of(work, Basis.DAY_SHARE, why),
                "no calls on this day");
    }

    private static Map<String, Demand> sum(Collection<Map<String, Demand>> minutes) {
        var byTeam = new TreeMap<String, Demand>();
        minutes.forEach(minute -> minute.forEach((team, demand) -> byTeam.merge(team, demand, Demand::plus)));
        return byTeam;
    }

    private static void judge(OwnedHour hour, SortedMap<Long, Map<String, Demand>> minutes, Optional<String> owner) {
        if (!minutes.isEmpty()
                && (minutes.firstKey() < hour.firstMinute() || minutes.lastKey() >= hour.endMinute())) {
            throw new IllegalArgumentException("the hour has the minutes %d to %d, not %d to %d".formatted(
                    hour.firstMinute(), hour.endMinute() - 1, minutes.firstKey(), minutes.lastKey()));
        }
        refuseIdle(owner.filter(IDLE::equals).isPresent()
                || minutes.values().stream().anyMatch(teams -> teams.containsKey(IDLE)));
    }

    private static void refuseIdle(boolean named) {
        if (named) {
            throw new IllegalArgumentException("'%s' is what nobody used: no team or owner can have its name"
                    .formatted(IDLE));
        }
    }

    private List<AllocatedRow> divide(Costs whole, SortedMap<String, UsedPart> used, String unused) {
        Fraction all = sum(used);
        var fractions = new ArrayList<Fraction>();
        used.values().forEach(part -> fractions.add(part.fraction()));
        fractions.add(all.rest());
        List<Costs> costs = LargestRemainder.divide(whole, fractions);
        var rows = new ArrayList<AllocatedRow>();
        used.forEach((team, part) -> rows.add(
                new AllocatedRow(team, Use.USED, costs.get(rows.size()), part.basis(), part.method())));
        if (!fractions.getLast().isZero()) {
            rows.addAll(idle(costs.getLast(), used, all, unused));
        }
        return List.copyOf(rows);
    }

    private static Fraction sum(SortedMap<String, UsedPart> used) {
        return used.values().stream().map(UsedPart::fraction).reduce(Fraction.ZERO, Fraction::plus);
    }

    private List<AllocatedRow> idle(Costs costs, SortedMap<String, UsedPart> used, Fraction all, String unused) {
        return switch (policy) {
            case OWN_LINE -> List.of(unused(IDLE, costs, Basis.OWN_LINE, unused + "; a line of its own"));
            case OWNER -> List.of(owner.map(team -> unused(team, costs, Basis.OWNER, unused + "; charged to its owner"))
                    .orElseGet(() -> unused(IDLE, costs, Basis.OWN_LINE,
                            unused + "; a line of its own, since no owner is named")));
            case PROPORTIONAL -> all.isZero()
                    ? List.of(unused(IDLE, costs, Basis.OWN_LINE,
                            unused + "; a line of its own, since nobody used the hour"))
                    : proportional(costs, used, all, unused + "; by share of what each used");
        };
    }

    private static List<AllocatedRow> proportional(Costs costs, SortedMap<String, UsedPart> used, Fraction all,
            String method) {
        List<Costs> parts = LargestRemainder.divide(costs,
                used.values().stream().map(part -> part.fraction().over(all)).toList());
        var rows = new ArrayList<AllocatedRow>();
        used.keySet().forEach(team -> rows.add(unused(team, parts.get(rows.size()), Basis.PROPORTIONAL, method)));
        return rows;
    }

    private static AllocatedRow unused(String line, Costs costs, Basis basis, String method) {
        return new AllocatedRow(line, Use.UNUSED, costs, basis, method);
    }
}
