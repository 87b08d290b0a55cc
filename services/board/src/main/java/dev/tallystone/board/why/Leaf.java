package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Usage;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/** The counts of both periods at one place, for one sender. Filled by one thread, then only read. */
final class Leaf {

    private final Usage usage;
    private final Deque<Prices> chargedBefore = new ArrayDeque<>(); // the latest first
    private final Deque<Prices> chargedAfter = new ArrayDeque<>();
    private Quantities before = Quantities.NONE;
    private Quantities after = Quantities.NONE;

    Leaf(Usage usage) {
        this.usage = usage;
    }

    void addBefore(Entry entry) {
        before = before.plus(entry.quantities());
        chargedBefore.addFirst(entry.prices());
    }

    void addAfter(Entry entry) {
        after = after.plus(entry.quantities());
        chargedAfter.addFirst(entry.prices());
    }

    Usage usage() {
        return usage;
    }

    Ratio count(Measure measure) {
        return new Ratio(before.get(measure), after.get(measure));
    }

    /** What one costs in the later period, else whatever it last cost. */
    Optional<BigDecimal> priceAfter(Measure measure, Prices ofBefore, Prices ofAfter) {
        return first(measure, Stream.of(Stream.of(ofAfter), chargedAfter.stream(), Stream.of(ofBefore),
                chargedBefore.stream()));
    }

    /** What one cost in the earlier period. */
    Optional<BigDecimal> priceBefore(Measure measure, Prices ofBefore) {
        return first(measure, Stream.of(Stream.of(ofBefore), chargedBefore.stream()));
    }

    private Optional<BigDecimal> first(Measure measure, Stream<Stream<Prices>> candidates) {
        return candidates.flatMap(each -> each).flatMap(prices -> unit(prices, usage, measure).stream()).findFirst();
    }

    /** The effective cost of one token, image or text unit. */
    static Optional<BigDecimal> unit(Prices prices, Usage usage, Measure measure) {
        return switch (prices.cost(usage, Quantities.of(measure, 1))) {
            case Costing.Priced(var costs, _) -> Optional.of(costs.effective().amount());
            case Costing.Unpriced _ -> Optional.empty();
        };
    }
}
