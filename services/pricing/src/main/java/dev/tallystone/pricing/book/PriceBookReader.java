package dev.tallystone.pricing.book;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a price book from YAML, and refuses one that is wrong, with the row that is. */
public final class PriceBookReader {

    private static final ObjectMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final int MAX_DECIMALS = 15;
    private static final Map<String, Long> UNITS = Map.of("1M tokens", 1_000_000L, "1K tokens", 1_000L, "image", 1L,
            "hour", 1L);

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
        if (!text.currency.equals("USD")) {
            throw new IllegalArgumentException("prices must be in USD, not " + text.currency);
        }
        var models = new HashMap<String, PriceBook.Model>();
        text.models.forEach(model -> models.put(model.id,
                new PriceBook.Model(model.id, model.name, model.provider, model.kind)));
        var sources = new HashMap<String, PriceBook.Source>();
        text.sources.forEach((id, source) -> sources.put(id, new PriceBook.Source(source.title, source.seen)));
        var rows = new ArrayList<PriceRow>();
        for (RowText row : text.prices) {
            rows.add(checked(row, models, sources));
        }
        refuseOverlaps(rows);
        return new PriceBook(text.book, digest, models, sources, rows);
    }

    private static PriceRow checked(RowText row, Map<String, ?> models, Map<String, ?> sources) {
        try {
            require(models.containsKey(row.model), "model %s is not listed under models".formatted(row.model));
            require(sources.containsKey(row.source), "source %s is not listed under sources".formatted(row.source));
            return toRow(row);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("price row %s: %s".formatted(row, e.getMessage()), e);
        }
    }

    private static PriceRow toRow(RowText row) {
        var usd = new BigDecimal(row.usd);
        require(usd.signum() >= 0 && usd.scale() <= MAX_DECIMALS,
                "usd must not be negative and have at most 15 decimals, not " + row.usd);
        Long per = UNITS.get(row.per);
        require(per != null, "per must be one of %s, not %s".formatted(UNITS.keySet(), row.per));
        long above = row.above == null ? 0 : row.above;
        require(above == 0 || ContextClass.THRESHOLDS.contains(above),
                "above must be one of %s, not %d".formatted(ContextClass.THRESHOLDS, above));
        Instant until = row.until == null ? Instant.MAX : date(row.until);
        require(date(row.from).isBefore(until), "from must lie before until");
        Optional<Routing> routing = Optional.ofNullable(row.routing)
                .map(name -> Routing.valueOf(name.toUpperCase(Locale.ROOT)));
        return new PriceRow(row.model, Optional.ofNullable(row.region), routing, PricingOption.ofLabel(row.option),
                row.measure, above, row.variant == null ? "" : row.variant, per == null ? 1 : per, new Usd(usd),
                date(row.from), until, row.source, row.note == null ? "" : row.note);
    }

    private static Instant date(String text) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
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
