package dev.tallystone.pricing.standing;

import dev.tallystone.pricing.PricingOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Terms of so many calendar months in UTC, one after the other. One that begins on the 31st goes to the last day of a
 * shorter month, and to the 31st again where there is one.
 */
record TermCalendar(Instant start, long months) {

    /** None where nothing binds. */
    static Optional<TermCalendar> of(Instant start, PricingOption term) {
        return switch (term) {
            case PROVISIONED_1MO, RESERVED_1MO -> Optional.of(new TermCalendar(start, 1));
            case RESERVED_3MO -> Optional.of(new TermCalendar(start, 3));
            case PROVISIONED_6MO -> Optional.of(new TermCalendar(start, 6));
            case PROVISIONED_NONE, ON_DEMAND, BATCH, FLEX, PRIORITY, LATENCY_OPTIMIZED -> Optional.empty();
        };
    }

    /** When so many terms are over. */
    Instant after(long terms) {
        return utc(start).plusMonths(Math.multiplyExact(terms, months)).toInstant();
    }

    /** How many terms have begun before a moment. */
    long startedBefore(Instant at) {
        if (!start.isBefore(at)) {
            return 0;
        }
        long terms = ChronoUnit.MONTHS.between(utc(start), utc(at)) / months;
        while (after(terms).isBefore(at)) {
            terms++;
        }
        return terms;
    }

    /** The first end of a term that lies behind a moment. */
    Instant nextEnd(Instant at) {
        long terms = Math.max(1, startedBefore(at));
        return after(terms).isAfter(at) ? after(terms) : after(terms + 1);
    }

    /** The renewal that is next; none where it ends for good before. */
    Optional<Renewal> renewal(Instant at, Holding holding, boolean renews) {
        if (holding.end().map(end -> !at.isBefore(end)).orElse(false)) {
            return Optional.empty();
        }
        Instant next = nextEnd(at);
        if (renews) {
            return Optional.of(new Renewal(next, true)).filter(_ -> holding.end().map(next::isBefore).orElse(true));
        }
        return holding.end().map(end -> new Renewal(end, false));
    }

    /**
     * A holding that ends with its first term unless it renews.
     *
     * @throws IllegalArgumentException
     *             when it is said to end later, although it does not renew
     */
    Holding bound(Holding holding, boolean renews) {
        if (renews) {
            return holding;
        }
        Instant over = after(1);
        if (holding.end().filter(over::isBefore).isPresent()) {
            throw new IllegalArgumentException("%s does not renew, so it must end by %s, not %s".formatted(holding.id(),
                    over, holding.end().get()));
        }
        return holding.end().isPresent() ? holding : holding.endingAt(over);
    }

    private static ZonedDateTime utc(Instant at) {
        return at.atZone(ZoneOffset.UTC);
    }
}
