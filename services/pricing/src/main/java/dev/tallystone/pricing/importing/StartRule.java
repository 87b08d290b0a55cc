package dev.tallystone.pricing.importing;

import dev.tallystone.pricing.book.PriceRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * When a new row may begin. Tallies are kept by minute for three days, by hour for sixty, by day from then on: a price
 * that changed within one of them could not be applied to its parts. A row may not begin before the one that it
 * follows.
 */
final class StartRule {

    private static final Duration MINUTES_KEPT = Duration.ofDays(3);
    private static final Duration HOURS_KEPT = Duration.ofDays(60);

    private StartRule() {}

    /** Why a row may not begin so; empty if it may. */
    static String obstacle(PriceRow row, List<PriceRow> present, List<PriceRow> samePlace, Instant now) {
        for (PriceRow before : present) {
            if (row.from().isBefore(before.from())) {
                return "backdated: it begins %s, but the present row (%s) begins %s".formatted(row.from(),
                        before.source(), before.from());
            }
        }
        Instant at = now.isAfter(row.from()) ? now : row.from();
        for (PriceRow past : samePlace) {
            if (past.until().isAfter(row.from()) && !past.until().isAfter(at)) {
                return "backdated: it begins %s, but the book has another price until %s".formatted(row.from(),
                        past.until());
            }
        }
        return granularity(row.from(), now);
    }

    private static String granularity(Instant from, Instant now) {
        ChronoUnit unit = from.isBefore(now.minus(HOURS_KEPT))
                ? ChronoUnit.DAYS
                : from.isBefore(now.minus(MINUTES_KEPT)) ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
        Instant floor = from.truncatedTo(unit);
        return from.equals(floor)
                ? ""
                : "a row of that age must begin on a full %s, such as %s or %s, not %s".formatted(name(unit), floor,
                        floor.plus(1, unit), from);
    }

    private static String name(ChronoUnit unit) {
        return switch (unit) {
            case DAYS -> "day (UTC)";
            case HOURS -> "hour";
            default -> "minute";
        };
    }
}
