package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Calls that did not succeed. */
record Failures(List<Group> groups) {

    String sentence() {
        Ratio failed = requests(_ -> true);
        Ratio throttled = requests(slice -> slice.leaf().usage().cell().outcome() == Outcome.THROTTLED);
        return "failed calls %s, throttled ones %s; their cost %s".formatted(Figures.went(failed),
                Figures.went(throttled), Figures.went(cost(Slice::costBefore), cost(Slice::costAfter)));
    }

    private Ratio requests(Predicate<Slice> which) {
        return groups.stream()
                .map(group -> Group.count(group.failed(),
                        slice -> slice.measure() == Measure.REQUESTS && which.test(slice)))
                .reduce(Ratio.NONE, Ratio::plus);
    }

    private Usd cost(Function<Slice, BigDecimal> which) {
        return groups.stream()
                .flatMap(group -> group.failed().stream())
                .map(which)
                .map(Usd::new)
                .reduce(Usd.ZERO, Usd::plus);
    }
}
