package dev.tallystone.board.why;

import dev.tallystone.pricing.Usd;
import java.time.Instant;
import java.util.List;

/**
 * What was used from {@code from} until just before {@code to}.
 *
 * @param prices
 *            by which the other period's counts are priced again: those of the last moment of this one, so that what
 *            was first sold within it has a price
 * @param standing
 *            effective cost of what accrues by the calendar, such as owned units
 */
public record Period(Instant from, Instant to, Prices prices, List<Entry> entries, Usd standing) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period must begin (%s) before it ends (%s)".formatted(from, to));
        }
        entries = List.copyOf(entries);
    }
}
