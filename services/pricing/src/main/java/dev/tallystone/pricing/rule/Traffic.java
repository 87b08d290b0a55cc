package dev.tallystone.pricing.rule;

import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Usd;
import java.util.List;

/**
 * What one model was asked for, minute by minute, and what each minute costs per use by the option that a rule falls
 * back to.
 *
 * @param busy
 *            the minutes with calls
 * @param minutes
 *            how many there are in all, those without a call included
 */
public record Traffic(List<Minute> busy, long minutes) {

    private static final long MINUTES_PER_HOUR = 60;

    /**
     * One minute of effective US dollars per use, by what they pay for.
     *
     * @param prompt
     *            input and cache writes
     * @param cacheRead
     *            prompt tokens read from a cache
     * @param rest
     *            output, images and everything else
     */
    public record Minute(Quantities quantities, Usd prompt, Usd cacheRead, Usd rest) {

        Usd perUse() {
            return prompt.plus(cacheRead).plus(rest);
        }
    }

    public Traffic {
        busy = List.copyOf(busy);
        if (minutes < busy.size()) {
            throw new IllegalArgumentException("%d busy minutes do not fit into %d".formatted(busy.size(), minutes));
        }
    }

    /** Started hours, which is what units are billed by. */
    public long hours() {
        return Math.ceilDiv(minutes, MINUTES_PER_HOUR);
    }

    /** All of it, per use. */
    public Usd perUse() {
        return busy.stream().map(Minute::perUse).reduce(Usd.ZERO, Usd::plus);
    }

    List<Quantities> quantities() {
        return busy.stream().map(Minute::quantities).toList();
    }
}
