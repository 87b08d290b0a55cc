package dev.tallystone.board.why;

import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes one group's counts of before into those of after, step by step, and prices every state.
 *
 * @param requests
 *            successful requests of the group
 * @param senderRequests
 *            successful requests of the sender to all models
 */
record Steps(List<Slice> ok, List<Slice> failed, Ratio requests, Ratio senderRequests) {

    /** Decimals of a state that needed a division. */
    static final int STATE_DECIMALS = 12;

    /** What some slices used, at the later period's prices. */
    private record Sum(Ratio count, BigDecimal before, BigDecimal after) {

        static final Sum NOTHING = new Sum(Ratio.NONE, BigDecimal.ZERO, BigDecimal.ZERO);

        static Sum of(Slice slice) {
            return new Sum(slice.count(), slice.costBefore(), slice.costAfter());
        }

        Sum plus(Sum other) {
            return new Sum(count.plus(other.count), before.add(other.before), after.add(other.after));
        }

        BigDecimal scaled(Ratio ratio) {
            return ratio.scale(before, after);
        }
    }

    /**
     * What each step did. The sum is {@code chargedAfter - chargedBefore}, whatever the states between.
     *
     * @param chargedBefore
     *            exact
     * @param chargedAfter
     *            exact
     */
    Map<Cause, Usd> terms(Usd chargedBefore, Usd chargedAfter) {
        List<Usd> states = states();
        var terms = new EnumMap<Cause, Usd>(Cause.class);
        for (int i = 1; i < states.size(); i++) {
            terms.put(Cause.ALL.get(i), states.get(i).minus(states.get(i - 1)));
        }
        terms.put(Cause.PRICE, states.getFirst().minus(chargedBefore).plus(chargedAfter.minus(states.getLast())));
        return terms;
    }

    /** From the old counts to the new ones, all at new prices; each begins the cause after it in {@link Cause#ALL}. */
    private List<Usd> states() {
        Sum succeeded = sum(ok);
        Sum failures = sum(failed);
        BigDecimal grown = senderRequests.before() == 0 ? failures.before() : failures.scaled(senderRequests);
        Ratio mixed = requests.equals(Ratio.NONE) ? senderRequests : requests;
        BigDecimal first = succeeded.before().add(failures.before());
        BigDecimal last = succeeded.after().add(failures.after());
        int decimals = Math.max(STATE_DECIMALS, Math.max(first.scale(), last.scale()));
        return Stream.of(first, succeeded.scaled(senderRequests).add(grown), succeeded.scaled(mixed).add(grown),
                scaled(Slice::block).add(grown), scaled(Slice::measure).add(grown),
                scaled(Slice::measureAndRoute).add(grown), succeeded.after().add(grown), last)
                .map(state -> new Usd(state.setScale(decimals, RoundingMode.HALF_EVEN)))
                .toList();
    }

    /** The cost when the sums of each level are those of after, and all within a level is as before. */
    private BigDecimal scaled(Function<Slice, Object> level) {
        return ok.stream()
                .collect(Collectors.groupingBy(level, Collectors.reducing(Sum.NOTHING, Sum::of, Sum::plus)))
                .values()
                .stream()
                .map(sum -> sum.scaled(sum.count()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Sum sum(List<Slice> slices) {
        return slices.stream().map(Sum::of).reduce(Sum.NOTHING, Sum::plus);
    }
}
