package dev.tallystone.board.chargeback;

import dev.tallystone.board.Past;
import dev.tallystone.board.chargeback.DividedCharge.Line;
import dev.tallystone.board.chargeback.DividedCharge.Part;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import dev.tallystone.pricing.allocation.Basis;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingCosts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One charge within {@code [from, to)}. */
record Division(Past past, StandingCharge charge, Instant from, Instant to) {

    private record Key(String line, Use use, Basis basis) {

        static Key of(AllocatedRow row) {
            return new Key(row.line(), row.use(), row.basis());
        }
    }

    private record Sum(long hours, Costs costs) {

        Sum plus(Sum other) {
            return new Sum(hours + other.hours, costs.plus(other.costs));
        }
    }

    DividedCharge divide() {
        Costs total = new StandingCosts(past.pricer()).accrued(charge, from, to);
        var hours = new HourDivision(past, charge, new ServedWork(past, charge, from, to));
        return switch (charge) {
            case Commitment _,ReservedBlock _ -> divided(total, byHour(hours));
            case ModelStorage _,ImportUnits _ -> whole(total, hours.undivided(total,
                    charge.owner().isEmpty() ? Basis.NO_OWNER : Basis.OWNER, "no calls divide it"));
        };
    }

    private NavigableMap<Instant, List<AllocatedRow>> byHour(HourDivision division) {
        var hours = new TreeMap<Instant, List<AllocatedRow>>();
        HourDivision.starts(charge, from, to).forEach(start -> hours.put(start, division.divide(start)));
        return hours;
    }

    private DividedCharge divided(Costs total, NavigableMap<Instant, List<AllocatedRow>> hours) {
        boolean shown = Duration.between(from, to).toHours() <= Chargeback.MAX_HOURS_SHOWN;
        return charge(total, lines(hours.values()), (shown ? hours : byDay(hours)).entrySet()
                .stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList());
    }

    private DividedCharge whole(Costs total, AllocatedRow row) {
        return total.equals(Costs.ZERO)
                ? charge(total, List.of(), List.of())
                : charge(total, List.of(new Line(row.line(), row.use(), row.basis(), 0, total)),
                        List.of(new Part(from, List.of(row))));
    }

    private DividedCharge charge(Costs total, List<Line> lines, List<Part> parts) {
        return new DividedCharge(charge.id(), charge.kind(), past.pricer().baseModel(charge.model(), past.asOf()),
                charge.region(), charge.owner(), charge.amount(), total, lines, parts);
    }

    private static NavigableMap<Instant, List<AllocatedRow>> byDay(NavigableMap<Instant, List<AllocatedRow>> hours) {
        var days = new TreeMap<Instant, List<List<AllocatedRow>>>();
        hours.forEach((start, rows) -> days.computeIfAbsent(start.truncatedTo(ChronoUnit.DAYS),
                _ -> new ArrayList<>()).add(rows));
        var summed = new TreeMap<Instant, List<AllocatedRow>>();
        days.forEach((day, ofDay) -> summed.put(day, lines(ofDay).stream().map(Division::ofDay).toList()));
        return summed;
    }

    private static AllocatedRow ofDay(Line line) {
        return new AllocatedRow(line.line(), line.use(), line.costs(), line.basis(),
                "%s in %d hour%s".formatted(line.basis().label().replace('_', ' '), line.hours(),
                        line.hours() == 1 ? "" : "s"));
    }

    private static List<Line> lines(Collection<List<AllocatedRow>> hours) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        hours.forEach(rows -> rows.forEach(row -> sums.merge(Key.of(row), new Sum(1, row.costs()), Sum::plus)));
        return sums.entrySet()
                .stream()
                .map(sum -> new Line(sum.getKey().line, sum.getKey().use, sum.getKey().basis, sum.getValue().hours,
                        sum.getValue().costs))
                .sorted(Comparator.comparing(Line::use)
                        .thenComparing((Line line) -> line.costs().effective(), Comparator.reverseOrder())
                        .thenComparing(Line::line)
                        .thenComparing(Line::basis))
                .toList();
    }
}
