package dev.tallystone.pricing.book;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.ContextClass;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a price book from YAML, and refuses one that is wrong, with the row that is. */
public final class PriceBookReader {

    private static final ObjectMapper YAML = YAMLMapper
            .builder(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int MAX_DECIMALS = 15;
    private static final Map<String, Long> UNITS = new TreeMap<>(
            Map.of("1M tokens", 1_000_000L, "1K tokens", 1_000L, "image", 1L, "hour", 1L));
    private static final Map<String, Set<String>> UNITS_OF_MEASURES = unitsOfMeasures();

    private record BookText(String book, String currency, Map<String, SourceText> sources, List<ModelText> models,
            List<RowText> prices) {}

    private record SourceText(String title, String seen) {}

    private record ModelText(String id, String name, String provider, String kind,
            @JsonProperty("sold_until") @Nullable String soldUntil) {}

    private record RowText(String model, @Nullable String region, @Nullable String routing, String option,
            String measure,
            @Nullable Long above, @Nullable String variant, String per, String usd, String from, @Nullable String until,
            String source, @Nullable String note) {}

    private PriceBookReader() {}

    private static Map<String, Set<String>> unitsOfMeasures() {
        var units = new TreeMap<String, Set<String>>();
        Stream.concat(Measure.PROMPT_TOKENS.stream(), Stream.of(Measure.OUTPUT))
                .forEach(tokens -> units.put(tokens.label(), new TreeSet<>(Set.of("1M tokens", "1K tokens"))));
        units.put(Measure.IMAGES.label(), Set.of("image"));
        units.put(Measure.INPUT_IMAGES.label(), Set.of("image"));
        units.put(PriceRow.MODEL_UNIT, Set.of("hour"));
        return units;
    }

    /** The book that this release brings. */
    public static PriceBook shipped() {
        try (InputStream yaml = PriceBookReader.class.getResourceAsStream("price-book.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("price-book.yaml is not beside " + PriceBookReader.class);
            }
            return read(yaml.readAllBytes());
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
            return toBook(YAML.readValue(yaml, BookText.class), digest(yaml));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a price book: " + e.getMessage(), e);
        }
    }

    private static PriceBook toBook(BookText text, String digest) {
        require(Stream.of(text.book, text.sources, text.models, text.prices).noneMatch(Objects::isNull),
                "a price book must have book, currency, sources, models and prices");
        require("USD".equals(text.currency), "prices must be in USD, not " + text.currency);
        var models = new HashMap<String, PriceBook.Model>();
        text.models.forEach(model -> models.put(model.id,
                new PriceBook.Model(model.id, model.name, model.provider, model.kind)));
        var sources = new HashMap<String, PriceBook.Source>();
        text.sources.forEach((id, source) -> sources.put(id, new PriceBook.Source(source.title, source.seen)));
        var rows = new ArrayList<PriceRow>();
        for (RowText row : text.prices) {
            rows.add(checked(row, text.models, sources));
        }
        refuseOverlaps(rows);
        return new PriceBook(text.book, digest, models, sources, rows);
    }

    private static PriceRow checked(RowText row, List<ModelText> models, Map<String, ?> sources) {
        try {
            ModelText model = models.stream()
                    .filter(listed -> listed.id.equals(row.model))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "model %s is not listed under models".formatted(row.model)));
            require(sources.containsKey(row.source), "source %s is not listed under sources".formatted(row.source));
            require(Stream.of(row.option, row.measure, row.per, row.usd, row.from).noneMatch(Objects::isNull),
                    "option, measure, per, usd and from must all be there");
            return toRow(row, model.soldUntil == null ? Instant.MAX : date(model.soldUntil));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("price row %s: %s".formatted(row, e.getMessage()), e);
        }
    }

    /** A model that is not sold any more has no price from that day on. */
    private static PriceRow toRow(RowText row, Instant soldUntil) {
        BigDecimal usd = decimal(row.usd);
        require(usd.signum() >= 0 && usd.scale() <= MAX_DECIMALS,
                "usd must not be negative and have at most 15 decimals, not " + row.usd);
        Set<String> units = UNITS_OF_MEASURES.get(row.measure);
        require(units != null, "measure must be one of %s, not %s".formatted(UNITS_OF_MEASURES.keySet(), row.measure));
        Long per = UNITS.get(row.per);
        require(per != null && units != null && units.contains(row.per),
                "per must be one of %s, not %s".formatted(units, row.per));
        long above = row.above == null ? 0 : row.above;
        require(above == 0 || ContextClass.THRESHOLDS.contains(above),
                "above must be one of %s, not %d".formatted(ContextClass.THRESHOLDS, above));
        Instant until = row.until == null ? Instant.MAX : date(row.until);
        require(date(row.from).isBefore(until), "from must lie before until");
        require(date(row.from).isBefore(soldUntil), "from must lie before the model's sold_until");
        return new PriceRow(row.model, Optional.ofNullable(row.region),
                Optional.ofNullable(row.routing).map(PriceBookReader::routing), PricingOption.ofLabel(row.option),
                row.measure, above, row.variant == null ? "" : row.variant, per == null ? 1 : per, new Usd(usd),
                date(row.from), until.isBefore(soldUntil) ? until : soldUntil, row.source,
                row.note == null ? "" : row.note);
    }

    private static Routing routing(String name) {
        return Stream.of(Routing.values())
                .filter(routing -> routing.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "routing must be in_region, geo or global, not " + name));
    }

    private static Instant date(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day must be written like 2026-01-31, not '%s'".formatted(text), e);
        }
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("usd must be a decimal such as 0.055, not '%s'".formatted(text), e);
        }
    }

    private static void refuseOverlaps(List<PriceRow> rows) {
        var seen = new HashMap<List<Object>, List<PriceRow>>();
        for (PriceRow row : rows) {
            List<Object> place = List.of(row.model(), row.region(), row.routing(), row.option(), row.measure(),
                    row.above(), row.variant());
            List<PriceRow> others = seen.computeIfAbsent(place, _ -> new ArrayList<>());
            for (PriceRow other : others) {
                require(!row.from().isBefore(other.until()) || !other.from().isBefore(row.until()),
                        "two prices hold at once: %s and %s".formatted(row, other));
            }
            others.add(row);
        }
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }

    private static String digest(byte[] yaml) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(yaml), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
