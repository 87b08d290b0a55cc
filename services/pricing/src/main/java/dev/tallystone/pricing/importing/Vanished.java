package dev.tallystone.pricing.importing;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.book.Evidence;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of a book that the price list no longer has; an older list than the row was read from says nothing of it. */
final class Vanished {

    private Vanished() {}

    static List<PriceRow> from(PriceBook book, ImportedPrices imported, Instant now) {
        Map<String, Set<String>> regions = imported.regions();
        Set<List<Object>> listed = imported.candidates()
                .stream()
                .flatMap(candidate -> PresentPrices.routings(candidate.price())
                        .map(routing -> place(candidate.price(), routing)))
                .collect(Collectors.toCollection(HashSet::new));
        return book.rows()
                .stream()
                .filter(row -> row.evidence() == Evidence.ON_PRICE_LIST && now.isBefore(row.until()))
                .filter(row -> offer(book, row).filter(offer -> isReadSince(imported, offer, book, row))
                        .map(offer -> regions.getOrDefault(offer, Set.of()))
                        .flatMap(known -> row.region().filter(known::contains))
                        .isPresent())
                .filter(row -> PresentPrices.routings(row)
                        .map(routing -> place(row, routing))
                        .noneMatch(listed::contains))
                .toList();
    }

    private static boolean isReadSince(ImportedPrices imported, String code, PriceBook book, PriceRow row) {
        PriceBook.Source source = book.sources().get(row.source());
        return source != null && imported.offers()
                .stream()
                .anyMatch(offer -> offer.code().equals(code) && offer.day().compareTo(source.seen()) >= 0);
    }

    private static List<Object> place(PriceRow row, Routing routing) {
        return List.of(row.model(), row.region(), routing, row.option(), row.measure(), row.above(), row.variant());
    }

    /** Which offer a row was read from; a source of several is told apart by who sells the model. */
    private static Optional<String> offer(PriceBook book, PriceRow row) {
        PriceBook.Source source = book.sources().get(row.source());
        Set<String> words = source == null ? Set.of() : new HashSet<>(List.of(source.title().split("[^A-Za-z]+")));
        List<String> named = Offer.KNOWN.stream().filter(words::contains).toList();
        String bySeller = book.seller(row.model()) == Seller.MARKETPLACE ? Offer.OF_MARKETPLACE : Offer.OF_AWS;
        return named.size() <= 1 ? named.stream().findFirst() : named.stream().filter(bySeller::equals).findFirst();
    }
}
