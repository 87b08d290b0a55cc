package dev.tallystone.pricing.book;

import static dev.tallystone.pricing.book.BookValues.moment;
import static dev.tallystone.pricing.book.BookValues.momentOr;
import static dev.tallystone.pricing.book.BookValues.oneOf;
import static dev.tallystone.pricing.book.BookValues.present;
import static dev.tallystone.pricing.book.BookValues.require;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.BookText.RowText;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns one price as written into a row, or says what is wrong with it. */
final class RowReader {

    private final Map<String, PriceBook.Model> models;
    private final Map<String, PriceBook.Source> sources;

    RowReader(Map<String, PriceBook.Model> models, Map<String, PriceBook.Source> sources) {
        this.models = models;
        this.sources = sources;
    }

    PriceRow read(RowText text) {
        try {
            return toRow(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("price row %s: %s".formatted(text, e.getMessage()), e);
        }
    }

    private PriceRow toRow(RowText text) {
        require(Stream.of(text.option(), text.measure(), text.per(), text.usd(), text.from())
                .noneMatch(Objects::isNull), "option, measure, per, usd and from must all be there");
        String model = present("model", text.model());
        require(models.containsKey(model), "model %s is not listed under models".formatted(model));
        PriceBook.Source source = sources.get(present("source", text.source()));
        require(source != null, "source %s is not listed under sources".formatted(text.source()));
        Instant from = moment(present("from", text.from()));
        Instant until = momentOr(text.until(), Instant.MAX);
        require(from.isBefore(until), "from must lie before until");
        Instant certainUntil = momentOr(text.certainUntil(), Instant.MAX);
        require(!certainUntil.isBefore(from), "certain_until must not lie before from");
        String measure = present("measure", text.measure());
        String per = present("per", text.per());
        return new PriceRow(model, Optional.ofNullable(text.region()),
                Optional.ofNullable(text.routing()).map(name -> oneOf("routing", Routing.class, name)),
                BookValues.option(present("option", text.option())), measure, threshold(text),
                text.variant() == null ? "" : text.variant(), PriceUnits.sizeOf(measure, per), per,
                new Usd(BookValues.usd(present("usd", text.usd()))), from, until, certainUntil,
                present("source", text.source()), evidence(text, source), text.note() == null ? "" : text.note());
    }

    private static Evidence evidence(RowText text, PriceBook.@Nullable Source source) {
        return text.evidence() == null && source != null
                ? source.evidence()
                : oneOf("evidence", Evidence.class, present("evidence", text.evidence()));
    }

    private static long threshold(RowText text) {
        long above = text.above() == null ? 0 : text.above();
        require(above == 0 || ContextClass.THRESHOLDS.contains(above),
                "above must be one of %s, not %d".formatted(ContextClass.THRESHOLDS, above));
        return above;
    }
}
