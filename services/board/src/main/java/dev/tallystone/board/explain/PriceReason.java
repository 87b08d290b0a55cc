package dev.tallystone.board.explain;

import dev.tallystone.board.explain.Explanation.Because;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Says where a price comes from and why it was chosen. */
final class PriceReason {

    private PriceReason() {}

    static Because of(UnitPrice price, PriceBook book) {
        PriceRow row = price.row();
        PriceBook.Source source = book.sources().get(row.source());
        return new Because(row.model(), place(row), moment(row.from()), source == null ? row.source() : source.title(),
                source == null ? "" : source.seen(), row.evidence().name().toLowerCase(Locale.ROOT), rule(row),
                price.agreement().map(PriceReason::words), row.note());
    }

    private static String place(PriceRow row) {
        String routing = row.routing().map(named -> named.name().toLowerCase(Locale.ROOT)).orElse("any routing");
        return "%s, %s".formatted(row.region().orElse("any Region"), routing);
    }

    private static String rule(PriceRow row) {
        String which = row.region().isPresent()
                ? "the row of the Region that was called"
                : row.routing().isPresent() ? "the row of this routing" : "the one row of all Regions and routings";
        String length = row.above() == 0 ? "" : "; whole request above %,d tokens".formatted(row.above());
        String until = row.until().equals(Instant.MAX) ? "" : "; until " + moment(row.until());
        return which + length + until;
    }

    static String context(PriceRow row) {
        return row.above() == 0 ? "" : "above %,d tokens".formatted(row.above());
    }

    private static String words(Agreement agreement) {
        return "%s: %s (%s)".formatted(agreement.id(), agreement.terms().words(), agreement.source());
    }

    /** A day where the moment is a midnight. */
    static String moment(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(at) ? day.toString() : at.toString();
    }

    static Optional<String> notCertain(UnitPrice price) {
        return price.certain()
                ? Optional.empty()
                : Optional.of("%s of %s: not certain since %s%s".formatted(price.row().measure(), price.row().model(),
                        moment(price.row().certainUntil()),
                        price.row().note().isEmpty() ? "" : " (" + price.row().note() + ")"));
    }
}
