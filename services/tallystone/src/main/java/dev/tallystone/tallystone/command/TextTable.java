package dev.tallystone.tallystone.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines whose columns stand below each other, under a title with their number. */
final class TextTable {

    private final String title;
    private final List<List<String>> lines = new ArrayList<>();

    TextTable(String title) {
        this.title = title;
    }

    void add(String... cells) {
        lines.add(List.of(cells));
    }

    /** Prints nothing if it is empty. */
    void print(PrintWriter out, int atMost) {
        if (lines.isEmpty()) {
            return;
        }
        out.printf("%n%s (%d)%n", title, lines.size());
        List<List<String>> shown = lines.subList(0, Math.min(atMost, lines.size()));
        List<Integer> widths = widths(shown);
        shown.forEach(cells -> out.println(line(cells, widths)));
        if (shown.size() < lines.size()) {
            out.printf("  and %d more: --all prints them%n", lines.size() - shown.size());
        }
    }

    private static List<Integer> widths(List<List<String>> lines) {
        var widths = new ArrayList<Integer>();
        for (List<String> cells : lines) {
            for (int column = 0; column < cells.size(); column++) {
                int length = cells.get(column).length();
                if (column == widths.size()) {
                    widths.add(length);
                }
                widths.set(column, Math.max(length, widths.get(column)));
            }
        }
        return widths;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append("  ").append(cell).append(" ".repeat(widths.get(column) - cell.length()));
        }
        return line.toString().stripTrailing();
    }
}
