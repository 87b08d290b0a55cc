package dev.tallystone.pricing.book;

import static dev.tallystone.pricing.book.BookValues.moment;
import static dev.tallystone.pricing.book.BookValues.oneOf;
import static dev.tallystone.pricing.book.BookValues.present;
import static dev.tallystone.pricing.book.BookValues.require;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tallystone.pricing.Seller;
import dev.tallystone.pricing.book.BookText.LifecycleText;
import dev.tallystone.pricing.book.BookText.ModelText;
import dev.tallystone.pricing.book.BookText.NotSoldText;
import dev.tallystone.pricing.book.BookText.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a price book from YAML, and refuses one that is wrong, with the row that is. */
public final class PriceBookReader {

    private static final ObjectMapper YAML = YAMLMapper
            .builder(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PriceBookReader() {}

    /** The book that this release brings. */
    public static PriceBook shipped() {
        return read(shippedText());
    }

    /** The text of the book that this release brings. */
    public static byte[] shippedText() {
        try (InputStream yaml = PriceBookReader.class.getResourceAsStream("price-book.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("price-book.yaml is not beside " + PriceBookReader.class);
            }
            return yaml.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a book.
     *
     * @throws IllegalArgumentException
     *             naming what is wrong, and where
     */
    public static PriceBook read(byte[] yaml) {
        try {
            return toBook(YAML.readValue(yaml, BookText.class));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a price book: " + e.getMessage(), e);
        }
    }

    private static PriceBook toBook(BookText text) {
        require(Stream.of(text.book(), text.sources(), text.models(), text.prices()).noneMatch(Objects::isNull),
                "a price book must have book, currency, sources, models and prices");
        require("USD".equals(text.currency()), "prices must be in USD, not " + text.currency());
        require(Boolean.TRUE.equals(text.complete()),
                "the last line of a price book must be 'complete: true': this one may be half-written");
        Map<String, PriceBook.Source> sources = sources(present("sources", text.sources()));
        Map<String, PriceBook.Model> models = models(present("models", text.models()));
        var reader = new RowReader(models, sources);
        List<PriceRow> rows = present("prices", text.prices()).stream().map(reader::read).toList();
        refuseOverlaps(rows);
        var availability = new Availability(each(text.lifecycle(), step -> step(step, models, sources)),
                each(text.notSold(), refusal -> notSold(refusal, models, sources)));
        return new PriceBook(present("book", text.book()), models, sources, rows, availability);
    }

    private static <T, R> List<R> each(@Nullable List<T> texts, Function<T, R> read) {
        return texts == null ? List.of() : texts.stream().map(read).toList();
    }

    private static Map<String, PriceBook.Source> sources(Map<String, SourceText> texts) {
        return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            String key = "sources." + entry.getKey();
            SourceText text = entry.getValue();
            return new PriceBook.Source(present(key + ".title", text.title()), present(key + ".seen", text.seen()),
                    oneOf(key + ".evidence", Evidence.class, present(key + ".evidence", text.evidence())));
        }));
    }

    private static Map<String, PriceBook.Model> models(List<ModelText> texts) {
        var models = new LinkedHashMap<String, PriceBook.Model>();
        for (ModelText text : texts) {
            String id = present("models.id", text.id());
            PriceBook.Model model = new PriceBook.Model(id, present(id + ".name", text.name()),
                    present(id + ".provider", text.provider()), present(id + ".kind", text.kind()),
                    oneOf(id + ".seller", Seller.class, present(id + ".seller", text.seller())),
                    text.unitContext() == null ? "" : text.unitContext());
            require(models.put(id, model) == null, "model %s is listed twice".formatted(id));
        }
        return models;
    }

    private static LifecycleStep step(LifecycleText text, Map<String, ?> models, Map<String, ?> sources) {
        return new LifecycleStep(known("model", text.model(), models), Optional.ofNullable(text.region()),
                oneOf("lifecycle.state", LifecycleState.class, present("lifecycle.state", text.state())),
                moment(present("lifecycle.from", text.from())), known("source", text.source(), sources));
    }

    private static NotSold notSold(NotSoldText text, Map<String, ?> models, Map<String, ?> sources) {
        return new NotSold(known("model", text.model(), models), Optional.ofNullable(text.region()),
                present("not_sold.options", text.options()).stream()
                        .map(BookValues::option)
                        .collect(Collectors.toSet()),
                moment(present("not_sold.from", text.from())), present("not_sold.why", text.why()),
                known("source", text.source(), sources));
    }

    private static String known(String key, @Nullable String id, Map<String, ?> listed) {
        require(id != null && listed.containsKey(id), "%s %s is not listed under %ss".formatted(key, id, key));
        return present(key, id);
    }

    private static void refuseOverlaps(List<PriceRow> rows) {
        var seen = new HashMap<List<Object>, List<PriceRow>>();
        for (PriceRow row : rows) {
            List<PriceRow> others = seen.computeIfAbsent(row.place(), _ -> new ArrayList<>());
            for (PriceRow other : others) {
                require(!row.from().isBefore(other.until()) || !other.from().isBefore(row.until()),
                        "two prices hold at once: %s and %s".formatted(row, other));
            }
            others.add(row);
        }
    }
}
