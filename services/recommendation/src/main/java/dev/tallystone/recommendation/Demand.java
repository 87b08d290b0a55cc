package dev.tallystone.recommendation;

import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The full minutes of a subject within the advice window.
 *
 * @param key
 *            by which prices of other options are found
 * @param custom
 *            whether it is a custom model, which only owned units serve: no minute of it costs anything on demand
 * @param startMinute
 *            the first full minute that was counted, at most a day back
 * @param minutes
 *            those with traffic, in order
 * @param endMinute
 *            behind the last full minute
 */
public record Demand(Subject subject, PriceKey key, boolean custom, long startMinute, List<MinuteDemand> minutes,
        long endMinute) {

    /** The advice window, in minutes. */
    public static final long WINDOW_MINUTES = 1_440;

    public Demand {
        minutes = List.copyOf(minutes);
    }

    /** From the start to the end, those without traffic too. */
    public long fullMinutes() {
        return Math.max(0, endMinute - startMinute);
    }

    /** How much of the window is not known. */
    public long missingMinutes() {
        return Math.max(0, WINDOW_MINUTES - fullMinutes());
    }

    /** Every full minute in order, those without traffic too: silence withdraws advice as well. */
    public Stream<MinuteDemand> everyMinute() {
        Map<Long, MinuteDemand> known = minutes.stream()
                .collect(Collectors.toUnmodifiableMap(MinuteDemand::minute, Function.identity()));
        return LongStream.range(startMinute, endMinute)
                .mapToObj(minute -> known.getOrDefault(minute, MinuteDemand.idle(minute)));
    }

    /** What all of it cost on demand. */
    public Usd onDemand() {
        return minutes.stream().map(MinuteDemand::onDemand).reduce(Usd.ZERO, Usd::plus);
    }
}
