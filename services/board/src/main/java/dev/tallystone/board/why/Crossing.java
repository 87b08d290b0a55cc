package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Usage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Successful requests above a threshold at which a price jumps.
 *
 * @param above
 *            how many exceed it
 * @param all
 *            of so many
 */
record Crossing(long threshold, Ratio above, Ratio all) {

    private static final List<Measure> JUMPING = List.of(Measure.INPUT, Measure.OUTPUT);

    /** Of the group that context classes moved most: the priced threshold that most requests crossed. */
    static Optional<Crossing> of(List<Group> groups, Prices ofAfter) {
        return Group.mostMoved(groups, Cause.CONTEXT_CLASS)
                .flatMap(top -> IntStream.range(0, ContextClass.THRESHOLDS.size())
                        .filter(index -> top.ok().stream().anyMatch(slice -> jumps(slice, index, ofAfter)))
                        .mapToObj(index -> crossing(top, index))
                        .max(Comparator.comparing(Crossing::shareMoved)));
    }

    private static Crossing crossing(Group group, int index) {
        long threshold = ContextClass.THRESHOLDS.get(index);
        return new Crossing(threshold, group.count(slice -> slice.measure() == Measure.REQUESTS
                && ContextClass.exceeds(slice.place().context(), threshold)), group.requests());
    }

    private static boolean jumps(Slice slice, int index, Prices prices) {
        Usage usage = slice.leaf().usage();
        return JUMPING.stream()
                .anyMatch(measure -> !Leaf.unit(prices, at(usage, index), measure)
                        .equals(Leaf.unit(prices, at(usage, index + 1), measure)));
    }

    private static Usage at(Usage usage, int context) {
        Cell cell = usage.cell();
        var moved = new Cell(cell.account(), cell.region(), cell.model(), cell.caller(), cell.operation(),
                cell.source(),
                cell.tier(), cell.performance(), context, cell.variant(), cell.outcome(), cell.caveats());
        return new Usage(moved, usage.priceKey()
                .map(key -> new PriceKey(key.baseModel(), key.region(), key.routing(),
                        context, key.variant())),
                usage.mode(), usage.custom());
    }

    private BigDecimal shareBefore() {
        return Figures.share(BigDecimal.valueOf(above.before()), BigDecimal.valueOf(all.before()));
    }

    private BigDecimal shareAfter() {
        return Figures.share(BigDecimal.valueOf(above.after()), BigDecimal.valueOf(all.after()));
    }

    private BigDecimal shareMoved() {
        return shareAfter().subtract(shareBefore()).abs();
    }

    String sentence() {
        return "requests above %s prompt tokens %s (%s of all before, %s after)".formatted(Figures.count(threshold),
                Figures.went(above), Figures.percent(shareBefore()), Figures.percent(shareAfter()));
    }
}
