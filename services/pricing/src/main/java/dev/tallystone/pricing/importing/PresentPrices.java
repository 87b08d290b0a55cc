package dev.tallystone.pricing.importing;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a book says of a place today. Unlike {@link PriceBook#row} it does not ask whether the model is still served: a
 * price list keeps the rows of models that are not.
 */
final class PresentPrices {

    private static final Comparator<PriceRow> NAMES_MORE = Comparator
            .comparing((PriceRow row) -> !row.variant().isEmpty())
            .thenComparing(row -> row.region().isPresent())
            .thenComparing(row -> row.routing().isPresent());

    private final Map<List<Object>, List<PriceRow>> rows;

    PresentPrices(PriceBook book) {
        rows = book.rows().stream().collect(Collectors.groupingBy(PresentPrices::subject));
    }

    private static List<Object> subject(PriceRow row) {
        return subject(row.model(), row.option().label(), row.measure(), row.above());
    }

    private static List<Object> subject(String model, String option, String measure, long above) {
        return List.of(model, option, measure, above);
    }

    /** Every row of the same model, option, measure and threshold. */
    List<PriceRow> alike(PriceRow asked) {
        return rows.getOrDefault(subject(asked), List.of());
    }

    /** The rows that price it at a time; two where in-Region and geo have a row each. */
    List<PriceRow> of(PriceRow asked, Instant at) {
        return routings(asked).flatMap(routing -> one(asked, routing, at).stream()).distinct().toList();
    }

    private Optional<PriceRow> one(PriceRow asked, Routing routing, Instant at) {
        return alike(asked).stream()
                .filter(row -> !at.isBefore(row.from()) && at.isBefore(row.until()))
                .filter(row -> row.variant().isEmpty() || row.variant().equals(asked.variant()))
                .filter(row -> row.region().isEmpty() || row.region().equals(asked.region()))
                .filter(row -> covers(row, routing))
                .max(NAMES_MORE);
    }

    /** A row of one Region is regional unless it says otherwise, one of all Regions is of all routings. */
    private static boolean covers(PriceRow row, Routing routing) {
        return row.routing()
                .map(own -> own == routing)
                .orElseGet(() -> row.region().isEmpty() || routing != Routing.GLOBAL);
    }

    /** Which routings a row of the price list speaks of. */
    static Stream<Routing> routings(PriceRow listed) {
        return listed.routing().map(Stream::of).orElseGet(() -> Stream.of(Routing.IN_REGION, Routing.GEO));
    }
}
