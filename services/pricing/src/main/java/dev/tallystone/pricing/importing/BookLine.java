package dev.tallystone.pricing.importing;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.book.Evidence;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes what a book says, in the manner of the book that we ship. */
final class BookLine {

    private BookLine() {}

    /** The row of a candidate, noting the SKU that it was read from. */
    static PriceRow row(Candidate candidate, Instant until) {
        PriceRow row = candidate.price();
        String note = candidate.sku().matches("[0-9A-Za-z]{1,40}") ? "SKU " + candidate.sku() : "";
        return new PriceRow(row.model(), row.region(), row.routing(), row.option(), row.measure(), row.above(),
                row.variant(), row.per(), row.perUnit(), row.usd(), row.from(), until, row.certainUntil(),
                row.source(), row.evidence(), note);
    }

    static PriceRow until(PriceRow row, Instant until) {
        return new PriceRow(row.model(), row.region(), row.routing(), row.option(), row.measure(), row.above(),
                row.variant(), row.per(), row.perUnit(), row.usd(), row.from(), until, row.certainUntil(),
                row.source(), row.evidence(), row.note());
    }

    /** The same price, read from a price list. */
    static PriceRow listed(PriceRow row, String source) {
        return new PriceRow(row.model(), row.region(), row.routing(), row.option(), row.measure(), row.above(),
                row.variant(), row.per(), row.perUnit(), row.usd(), row.from(), row.until(), row.certainUntil(),
                source, Evidence.ON_PRICE_LIST, row.note());
    }

    static String text(PriceRow row) {
        var entries = new ArrayList<String>();
        entries.add("model: \"%s\"".formatted(row.model()));
        row.region().ifPresent(region -> entries.add("region: " + region));
        row.routing().ifPresent(routing -> entries.add("routing: " + label(routing)));
        entries.add("option: %s, measure: %s".formatted(row.option().label(), row.measure()));
        if (row.above() > 0) {
            entries.add("above: " + row.above());
        }
        if (!row.variant().isEmpty()) {
            entries.add("variant: \"%s\"".formatted(row.variant()));
        }
        entries.add("per: %s, usd: \"%s\"".formatted(row.perUnit(), row.usd().amount().toPlainString()));
        entries.add("from: " + moment(row.from()));
        if (!row.until().equals(Instant.MAX)) {
            entries.add("until: " + moment(row.until()));
        }
        entries.add("source: " + row.source());
        if (!row.note().isEmpty()) {
            entries.add("note: \"%s\"".formatted(row.note()));
        }
        return FlowRow.BEGIN + " " + String.join(", ", entries) + " }";
    }

    static List<String> headed(String name, List<String> rows) {
        return Stream.concat(Stream.of("", "  # " + name), rows.stream()).toList();
    }

    static String source(Offer offer) {
        return "  %s: { title: \"%s\", seen: %s, evidence: on_price_list }".formatted(offer.sourceId(), offer.title(),
                offer.day());
    }

    /** A day, or a minute. */
    static String moment(Instant moment) {
        String text = moment.truncatedTo(ChronoUnit.DAYS).equals(moment)
                ? moment.toString().substring(0, "2026-01-31".length())
                : moment.toString();
        return text.replace(":00Z", "Z");
    }

    private static String label(Routing routing) {
        return routing.name().toLowerCase(Locale.ROOT);
    }
}
