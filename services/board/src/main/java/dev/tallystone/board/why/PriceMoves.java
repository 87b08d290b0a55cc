package dev.tallystone.board.why;

import dev.tallystone.board.why.Prices.Origin;
import dev.tallystone.invocation.Measure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which price changed, among those that moved the cost of some groups. */
record PriceMoves(List<Group> groups) {

    private static final int MILLION_DIGITS = 6;

    /** The price that did most, and the model it is of. */
    private record Move(String model, Slice slice) {

        BigDecimal effect() {
            return slice.priceEffect().abs();
        }
    }

    String sentence() {
        return top().map(PriceMoves::sentence)
                .orElseGet(() -> Group.mostMoved(groups, Cause.PRICE)
                        .map(group -> "a price of %s changed within a period".formatted(group.key().model()))
                        .orElse("no price changed of what was used before"));
    }

    /** When the price began to hold, by which source; absent where no row says so, as under an agreement. */
    Optional<Origin> origin(Prices ofBefore, Prices ofAfter) {
        return top().map(Move::slice).flatMap(slice -> {
            var now = ofAfter.origin(slice.leaf().usage(), slice.measure());
            return now.equals(ofBefore.origin(slice.leaf().usage(), slice.measure())) ? Optional.empty() : now;
        });
    }

    private Optional<Move> top() {
        return groups.stream()
                .flatMap(group -> Stream.concat(group.ok().stream(), group.failed().stream())
                        .map(slice -> new Move(group.key().model(), slice)))
                .filter(move -> move.effect().signum() != 0)
                .max(Comparator.comparing(Move::effect));
    }

    private static String sentence(Move move) {
        Slice slice = move.slice();
        boolean tokens = slice.isPrompt() || slice.measure() == Measure.OUTPUT;
        int digits = tokens ? MILLION_DIGITS : 0;
        return "%s of %s (%s) %s".formatted(slice.measure().label(), move.model(), slice.place().route().label(),
                Figures.wentPrice(slice.priceBefore().movePointRight(digits), slice.priceAfter().movePointRight(digits),
                        tokens ? " per 1M tokens" : " each"));
    }
}
