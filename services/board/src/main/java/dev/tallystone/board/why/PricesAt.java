package dev.tallystone.board.why;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBook.Source;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.util.Optional;

/** The prices of a book at one moment. */
record PricesAt(Pricer pricer, Instant at) implements Prices {

    @Override
    public Costing cost(Usage usage, Quantities quantities) {
        return pricer.charge(usage, quantities, pricer.epochOf(at.toEpochMilli()));
    }

    @Override
    public Optional<Origin> origin(Usage usage, Measure measure) {
        return usage.priceKey()
                .flatMap(key -> usage.mode()
                        .tokenPrices()
                        .flatMap(option -> pricer.book().row(key, option, measure.label(), at)))
                .map(row -> new Origin(row.from(), title(pricer.book(), row)));
    }

    private static String title(PriceBook book, PriceRow row) {
        Source source = book.sources().get(row.source());
        return source == null ? row.source() : source.title();
    }
}
