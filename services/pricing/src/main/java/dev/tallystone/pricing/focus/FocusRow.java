package dev.tallystone.pricing.focus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.FocusColumn.Nulls;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One row: a typed value for each column that is not null. Immutable. */
public final class FocusRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<FocusColumn, Object> values;

    private FocusRow(Map<FocusColumn, Object> values) {
        this.values = values;
    }

    /**
     * What stands in a column: a {@code String}, {@code BigDecimal} or {@code Instant}, as its type says; JSON is a
     * {@code String}.
     */
    public Optional<Object> value(FocusColumn column) {
        return Optional.ofNullable(values.get(column));
    }

    /** The number in a column. */
    public Optional<BigDecimal> decimal(FocusColumn column) {
        return value(column).map(BigDecimal.class::cast);
    }

    /** The value of a tag; {@code ""} where it has none. */
    public String tag(String key) {
        try {
            return JSON.readTree(value(FocusColumn.TAGS).map(Object::toString).orElse("{}")).path(key).asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its part of a sum of the four costs. What is paid ahead has a list price twice, on the purchase and on the hours
     * that it paid for: it counts on the hours.
     */
    public Costs costsOnce() {
        Usd billed = usd(FocusColumn.BILLED_COST);
        return value(FocusColumn.CHARGE_CATEGORY).equals(Optional.of("Purchase"))
                ? new Costs(Usd.ZERO, Usd.ZERO, usd(FocusColumn.EFFECTIVE_COST), billed)
                : new Costs(usd(FocusColumn.LIST_COST), usd(FocusColumn.CONTRACTED_COST),
                        usd(FocusColumn.EFFECTIVE_COST), billed);
    }

    private Usd usd(FocusColumn column) {
        return new Usd(decimal(column).orElseThrow());
    }

    /** Collects values. An empty text or map is null. */
    static final class Draft {

        private final Map<FocusColumn, Object> values = new EnumMap<>(FocusColumn.class);

        /** Begins with what a row says. */
        static Draft of(FocusRow row) {
            var draft = new Draft();
            draft.values.putAll(row.values);
            return draft;
        }

        /** What {@link FocusRow#value} gave, as text. */
        Draft read(FocusColumn column, String text) {
            return switch (column.type()) {
                case STRING -> put(column, text);
                case DECIMAL -> put(column, new BigDecimal(text));
                case DATE_TIME -> put(column, Instant.parse(text));
                case JSON -> put(column, FocusColumn.Type.JSON, Optional.of(text));
            };
        }

        Draft put(FocusColumn column, String text) {
            return put(column, FocusColumn.Type.STRING, text.isBlank() ? Optional.empty() : Optional.of(text));
        }

        Draft put(FocusColumn column, BigDecimal number) {
            BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            return put(column, FocusColumn.Type.DECIMAL, Optional.of(plain));
        }

        Draft put(FocusColumn column, Usd usd) {
            return put(column, usd.amount());
        }

        Draft put(FocusColumn column, Instant time) {
            return put(column, FocusColumn.Type.DATE_TIME, Optional.of(time));
        }

        Draft put(FocusColumn column, Map<String, String> object) {
            return put(column, FocusColumn.Type.JSON, object.isEmpty() ? Optional.empty() : Optional.of(json(object)));
        }

        private Draft put(FocusColumn column, FocusColumn.Type type, Optional<Object> value) {
            if (column.type() != type) {
                throw new IllegalArgumentException(
                        "%s is a %s, not a %s: %s".formatted(column.id(), column.type(), type, value));
            }
            value.ifPresentOrElse(present -> values.put(column, present), () -> values.remove(column));
            return this;
        }

        Draft clear(FocusColumn... columns) {
            for (FocusColumn column : columns) {
                values.remove(column);
            }
            return this;
        }

        /** Fails if a column is null that never may be. */
        FocusRow build() {
            for (FocusColumn column : FocusColumn.ALL) {
                if (column.nulls() == Nulls.NEVER && !values.containsKey(column)) {
                    throw new IllegalArgumentException("%s must not be null in %s".formatted(column.id(), values));
                }
            }
            return new FocusRow(new EnumMap<>(values));
        }
    }

    /** By key, so that equal maps are equal texts. */
    static String json(Map<String, ?> object) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(object));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
