package dev.tallystone.board.options;

import dev.tallystone.board.options.OptionTable.Cell;
import dev.tallystone.board.options.OptionTable.Price;
import dev.tallystone.board.options.OptionTable.Row;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** Option tables for a terminal. Money is rounded to four decimals, half to even. */
public final class OptionsText {

    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private OptionsText() {}

    /** All of them, one below the other. */
    public static String of(List<OptionTable> tables) {
        var text = new StringBuilder();
        for (OptionTable table : tables) {
            text.append(text.isEmpty() ? "" : "\n");
            append(text, table);
        }
        return text.isEmpty() ? "no calls in these minutes\n" : text.toString();
    }

    private static void append(StringBuilder text, OptionTable table) {
        text.append("%s (%s) in %s, last %,d full minute%s%n".formatted(table.name(), table.model(), table.region(),
                table.minutes(), table.minutes() == 1 ? "" : "s"));
        text.append("  %s%n".formatted(table.lifecycle()));
        text.append("  busy in %s %% of minutes, variation %s; now $%s an hour, %s; priced: %s %% of requests%n"
                .formatted(percent(table.shape().hoursActive()), table.shape().variation().toPlainString(),
                        money(table.asBoughtPerHour()), table.basis(), percent(table.covered())));
        Stream.concat(table.notComparable().stream(), table.warnings().stream())
                .forEach(note -> text.append("  %s%n".formatted(note)));
        text.append("%n  %-18s %14s %9s  %s%n".formatted("option", "$ an hour", "to now", table.basis()));
        boolean lineDrawn = false;
        for (Row row : table.rows()) {
            if (!row.taught() && !lineDrawn) {
                text.append("  ------------------ newer than the courses ------------------\n");
                lineDrawn = true;
            }
            appendRow(text, row, table);
        }
        appendCells(text, table.rows());
        appendPrices(text, table.rows());
    }

    private static void appendRow(StringBuilder text, Row row, OptionTable table) {
        text.append("  %-18s %14s %9s  %s%s%n".formatted(row.option().label(),
                row.usdPerHour().map(OptionsText::money).orElse("-"),
                row.usdPerHour()
                        .filter(_ -> table.notComparable().isEmpty() && table.asBoughtPerHour().isPositive())
                        .map(usd -> change(usd, table.asBoughtPerHour()))
                        .orElse("-"),
                row.verdict(),
                row.breakEven().map(even -> "; " + even).orElse("")));
    }

    /** Terms of one option differ in few cells: what the row above said already is left out. */
    private static void appendCells(StringBuilder text, List<Row> rows) {
        text.append("\n  as taught, and as sold today\n");
        List<Cell> above = List.of();
        for (Row row : rows) {
            text.append("  %s%n".formatted(row.option().label()));
            for (Cell cell : row.cells()) {
                if (!above.contains(cell)) {
                    append(text, cell);
                }
            }
            above = row.cells();
        }
    }

    private static void append(StringBuilder text, Cell cell) {
        if (cell.asTaught().isEmpty()) {
            text.append("    %-10s sold:   %s%n".formatted(cell.aspect(), cell.asSold()));
        } else {
            text.append("    %-10s taught: %s%n".formatted(cell.aspect(), cell.asTaught()));
            text.append("    %-10s sold:   %s%n".formatted("", cell.asSold()));
        }
    }

    private static void appendPrices(StringBuilder text, List<Row> rows) {
        text.append("\n  prices\n");
        for (Row row : rows) {
            for (Price price : row.prices()) {
                text.append("    %-18s %-15s %s per %s%s (%s, %s, %s)%s%n".formatted(row.option().label(),
                        price.measure(), amounts(price), price.per(),
                        price.context().isEmpty() ? "" : " " + price.context(), price.source(), price.seen(),
                        price.evidence(), price.certain() ? "" : " not certain"));
            }
        }
    }

    private static String amounts(Price price) {
        return price.listUnitPrice().equals(price.contractedUnitPrice())
                ? price.listUnitPrice().toString()
                : "%s contracted, %s at list,".formatted(price.contractedUnitPrice(), price.listUnitPrice());
    }

    private static String money(Usd usd) {
        return usd.rounded(DECIMALS).toPlainString();
    }

    private static String change(Usd usd, Usd now) {
        return "%+.1f %%".formatted(usd.ratioTo(now).subtract(BigDecimal.ONE).multiply(HUNDRED));
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
