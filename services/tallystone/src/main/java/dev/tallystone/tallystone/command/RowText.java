package dev.tallystone.tallystone.command;

import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** How a price row is told to people. Amounts are exact. */
final class RowText {

    private RowText() {}

    /** Such as {@code amazon.nova-lite-v1:0 eu-west-1 global on_demand input above 200000}. */
    static String place(PriceRow row) {
        return row.model() + row.region().map(region -> " " + region).orElse(" all Regions")
                + row.routing().map(routing -> " " + routing.name().toLowerCase(Locale.ROOT)).orElse("") + " "
                + row.option().label() + " " + row.measure() + (row.above() == 0 ? "" : " above " + row.above())
                + (row.variant().isEmpty() ? "" : " " + row.variant());
    }

    static String price(PriceRow row) {
        return row.usd() + " per " + row.perUnit();
    }

    /** A day, or a minute. */
    static String moment(Instant moment) {
        return moment.toString().replace("T00:00:00Z", "").replace(":00Z", "Z");
    }

    /** With its sign. */
    static String percent(BigDecimal percent) {
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
    }
}
