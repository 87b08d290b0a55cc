package dev.tallystone.board.costs;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.Coverage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Costs by hour, day or month and by whose they are. Whatever they are grouped by, the lines add up to the total, to
 * the last digit of all four costs.
 *
 * @param asOf
 *            what is later is not in it
 * @param group
 *            names of what lines are told apart by, in their order
 * @param lines
 *            the oldest first, then the dearest
 */
public record GroupedCosts(Grain grain, Instant asOf, String bookDigest, List<String> group, List<Line> lines,
        Sum total) {

    public GroupedCosts {
        group = List.copyOf(group);
        lines = List.copyOf(lines);
    }

    /**
     * Some costs.
     *
     * @param uncertain
     *            the part of the effective cost that rests on prices which are not certain
     * @param coverage
     *            how much of what was counted has a price: costs of less than all of it are a lower bound
     * @param pricedShareOfRequests
     *            from 0 to 1, rounded down
     * @param pricedShareOfTokens
     *            likewise
     */
    public record Sum(Costs costs, Usd uncertain, Coverage coverage, BigDecimal pricedShareOfRequests,
            BigDecimal pricedShareOfTokens) {

        static final Sum NONE = new Sum(Costs.ZERO, Usd.ZERO, Coverage.NONE);

        Sum(Costs costs, Usd uncertain, Coverage coverage) {
            this(costs, uncertain, coverage, coverage.shareOfRequests(), coverage.shareOfTokens());
        }

        Sum plus(CostEntry entry) {
            return new Sum(costs.plus(entry.costs()), uncertain.plus(entry.uncertain()),
                    coverage.plus(entry.coverage()));
        }
    }

    /**
     * Of one hour, day or month.
     *
     * @param to
     *            exclusive; later than {@code asOf} while it still runs
     * @param complete
     *            whether it is over
     * @param by
     *            what it is of, by the names of {@code group}
     */
    public record Line(Instant from, Instant to, boolean complete, Map<String, String> by, Sum sum) {}

    private record Slot(Instant from, Map<Dimension, String> by) {}

    /** Of an export by day or hour; days make months. */
    public static GroupedCosts of(CostExport export, Grain grain, Set<Dimension> group) {
        Map<Slot, Sum> sums = new HashMap<>();
        Sum total = Sum.NONE;
        for (CostEntry entry : export.entries()) {
            var by = new EnumMap<Dimension, String>(Dimension.class);
            group.forEach(dimension -> by.put(dimension, dimension.of(entry.key())));
            sums.merge(new Slot(grain.begin(entry.from()), by), Sum.NONE.plus(entry), (one, _) -> one.plus(entry));
            total = total.plus(entry);
        }
        List<Dimension> order = Dimension.ALL.stream().filter(group::contains).toList();
        return new GroupedCosts(grain, export.asOf(), export.bookDigest(),
                order.stream().map(Dimension::label).toList(), lines(sums, order, grain, export.asOf()), total);
    }

    private static List<Line> lines(Map<Slot, Sum> sums, List<Dimension> order, Grain grain, Instant asOf) {
        var lines = new ArrayList<Line>();
        sums.forEach((slot, sum) -> {
            var by = new LinkedHashMap<String, String>();
            order.forEach(dimension -> by.put(dimension.label(), slot.by().getOrDefault(dimension, "")));
            Instant to = grain.end(slot.from());
            lines.add(new Line(slot.from(), to, !asOf.isBefore(to), by, sum));
        });
        lines.sort(Comparator.comparing(Line::from)
                .thenComparing((Line line) -> line.sum().costs().effective(), Comparator.reverseOrder())
                .thenComparing(line -> line.by().toString()));
        return lines;
    }
}
