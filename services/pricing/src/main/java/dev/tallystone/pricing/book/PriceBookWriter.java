package dev.tallystone.pricing.book;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.book.BookText.LifecycleText;
import dev.tallystone.pricing.book.BookText.ModelText;
import dev.tallystone.pricing.book.BookText.NotSoldText;
import dev.tallystone.pricing.book.BookText.RowText;
import dev.tallystone.pricing.book.BookText.SourceText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a book so that {@link PriceBookReader} reads the same one: to keep what is in force, not for people. */
public final class PriceBookWriter {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private PriceBookWriter() {}

    /** The book as YAML, without comments. */
    public static byte[] write(PriceBook book) {
        Map<String, SourceText> sources = book.sources()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new SourceText(entry.getValue().title(),
                        entry.getValue().seen(), label(entry.getValue().evidence())), (one, _) -> one, TreeMap::new));
        List<ModelText> models = new TreeMap<>(book.models()).values()
                .stream()
                .map(model -> new ModelText(model.id(), model.name(), model.provider(), model.kind(),
                        label(model.seller()), model.unitContext().isEmpty() ? null : model.unitContext()))
                .toList();
        return bytes(new BookText(book.name(), "USD", sources, models,
                book.availability().steps().stream().map(PriceBookWriter::text).toList(),
                book.availability().refusals().stream().map(PriceBookWriter::text).toList(),
                book.rows().stream().map(PriceBookWriter::text).toList(), true));
    }

    private static byte[] bytes(BookText text) {
        try {
            return YAML.writeValueAsBytes(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a price book holds only texts and numbers", e);
        }
    }

    private static LifecycleText text(LifecycleStep step) {
        return new LifecycleText(step.model(), step.region().orElse(null), label(step.state()),
                step.from().toString(), step.source());
    }

    static NotSoldText text(NotSold refusal) {
        return new NotSoldText(refusal.model(), refusal.region().orElse(null),
                refusal.options().stream().sorted().map(PricingOption::label).toList(), refusal.from().toString(),
                refusal.why(), refusal.source());
    }

    private static RowText text(PriceRow row) {
        return new RowText(row.model(), row.region().orElse(null),
                row.routing().map(PriceBookWriter::label).orElse(null),
                row.option().label(), row.measure(), row.above() == 0 ? null : row.above(),
                row.variant().isEmpty() ? null : row.variant(), row.perUnit(), row.usd().amount().toPlainString(),
                row.from().toString(), moment(row.until()), moment(row.certainUntil()), row.source(),
                label(row.evidence()), row.note().isEmpty() ? null : row.note());
    }

    private static @Nullable String moment(Instant at) {
        return at.equals(Instant.MAX) ? null : at.toString();
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
