package dev.tallystone.pricing.focus;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A row as a reader of the file sees it: texts by column, of which empty is null. */
record Row(Map<String, String> cells) {

    boolean has(String column) {
        return !cells.getOrDefault(column, "").isEmpty();
    }

    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean is(String column, String value) {
        return text(column).equals(value);
    }

    BigDecimal number(String column) {
        return has(column) ? new BigDecimal(text(column)) : BigDecimal.ZERO;
    }

    Instant time(String column) {
        return Instant.parse(text(column));
    }

    boolean isCorrection() {
        return is("ChargeClass", "Correction");
    }

    boolean isUsage() {
        return is("ChargeCategory", "Usage");
    }

    /** Usage or a purchase, and no correction: what FOCUS asks most of. */
    boolean isPriced() {
        return (isUsage() || is("ChargeCategory", "Purchase")) && !isCorrection();
    }

    Row with(String column, String value) {
        var changed = new TreeMap<>(cells);
        changed.put(column, value);
        return new Row(changed);
    }
}
