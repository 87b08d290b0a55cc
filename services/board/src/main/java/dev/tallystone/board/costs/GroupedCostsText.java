package dev.tallystone.board.costs;

import dev.tallystone.board.costs.GroupedCosts.Line;
import dev.tallystone.board.costs.GroupedCosts.Sum;
import dev.tallystone.pricing.Usd;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Grouped costs for a terminal: rounded to four decimals, half to even. JSON has every digit. */
public final class GroupedCostsText {

    private static final int DECIMALS = 4;

    private GroupedCostsText() {}

    /** A table, its total, and what the figures are. */
    public static String of(GroupedCosts grouped) {
        var rows = new ArrayList<List<String>>();
        rows.add(row("from", grouped.group(), List.of("list", "contracted", "effective", "billed", "uncertain",
                "priced"), ""));
        for (Line line : grouped.lines()) {
            rows.add(row(line.from().toString(), grouped.group().stream().map(name -> value(line.by(), name)).toList(),
                    cells(line.sum()), line.complete() ? "" : "incomplete"));
        }
        rows.add(row("total", grouped.group().stream().map(_ -> "").toList(), cells(grouped.total()), ""));
        return table(rows, 1 + grouped.group().size())
                + "%nUS dollars by %s until %s, an estimate by price book %s. priced: share of tokens that have a price; %s%n"
                        .formatted(grouped.grain().name().toLowerCase(Locale.ROOT), grouped.asOf(),
                                grouped.bookDigest(), "costs of less than 100 % are a lower bound.");
    }

    private static String value(Map<String, String> by, String name) {
        String value = by.getOrDefault(name, "");
        return value.isEmpty() ? "unknown" : value;
    }

    private static List<String> row(String from, List<String> by, List<String> figures, String note) {
        var row = new ArrayList<String>();
        row.add(from);
        row.addAll(by);
        row.addAll(figures);
        row.add(note);
        return row;
    }

    private static List<String> cells(Sum sum) {
        return List.of(money(sum.costs().list()), money(sum.costs().contracted()), money(sum.costs().effective()),
                money(sum.costs().billed()), money(sum.uncertain()),
                sum.pricedShareOfTokens().movePointRight(2).setScale(2, RoundingMode.DOWN).toPlainString() + " %");
    }

    private static String money(Usd usd) {
        return usd.rounded(DECIMALS).toPlainString();
    }

    /** Texts to the left, figures to the right. */
    private static String table(List<List<String>> rows, int texts) {
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int width = width(rows, column);
                String cell = row.get(column);
                String gap = " ".repeat(width - cell.length());
                line.append(column == 0 ? "" : "  ").append(column < texts ? cell + gap : gap + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
