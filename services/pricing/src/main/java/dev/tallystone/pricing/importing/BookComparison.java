package dev.tallystone.pricing.importing;

import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import would change in a book.
 *
 * @param findings
 *            one for each candidate, in their order
 * @param vanished
 *            rows that the book has from a price list of the same offer and Region, and that the files lack
 */
public record BookComparison(List<Finding> findings, List<PriceRow> vanished) {

    public BookComparison {
        findings = List.copyOf(findings);
        vanished = List.copyOf(vanished);
    }

    /** As things stand at a time. */
    public static BookComparison of(PriceBook book, ImportedPrices imported, Instant now) {
        var present = new PresentPrices(book);
        var plausibility = new Plausibility(present, imported.candidates(), now);
        var findings = new ArrayList<Finding>();
        for (Candidate candidate : imported.candidates()) {
            findings.add(finding(candidate, book, present, plausibility, now));
        }
        return new BookComparison(findings, Vanished.from(book, imported, now));
    }

    private static Finding finding(Candidate candidate, PriceBook book, PresentPrices prices,
            Plausibility plausibility, Instant now) {
        PriceRow row = candidate.price();
        List<PriceRow> present = prices.of(row, now.isAfter(row.from()) ? now : row.from());
        Finding.Kind kind = kind(row, present);
        if (kind == Finding.Kind.UNCHANGED) {
            return new Finding(kind, candidate, present, List.of(), "");
        }
        List<PriceRow> samePlace = prices.alike(row)
                .stream()
                .filter(other -> other.place().equals(row.place()))
                .toList();
        return new Finding(kind, candidate, present, plausibility.doubts(row, present),
                obstacle(candidate, book, present, samePlace, now));
    }

    private static Finding.Kind kind(PriceRow row, List<PriceRow> present) {
        if (present.isEmpty()) {
            return Finding.Kind.NEW;
        }
        return present.stream().allMatch(other -> other.usdPerUnit().compareTo(row.usdPerUnit()) == 0)
                ? Finding.Kind.UNCHANGED
                : Finding.Kind.CHANGED;
    }

    private static String obstacle(Candidate candidate, PriceBook book, List<PriceRow> present,
            List<PriceRow> samePlace, Instant now) {
        if (!book.models().containsKey(candidate.price().model())) {
            return "the book does not list %s: add it under models".formatted(candidate.price().model());
        }
        if (!candidate.offer().isDated()) {
            return "the file must name version and publicationDate, to be a source of the book";
        }
        return StartRule.obstacle(candidate.price(), present, samePlace, now);
    }
}
