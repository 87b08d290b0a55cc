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
        shown.forEach(cells -> out.println(line(cells, shown)));
        if (shown.size() < lines.size()) {
            out.printf("  and %d more: --all prints them%n", lines.size() - shown.size());
        }
    }

    private static String line(List<String> cells, List<List<String>> all) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            int at = column;
            int width = all.stream().mapToInt(other -> at < other.size() ? other.get(at).length() : 0).max().orElse(0);
            line.append("  ").append(cells.get(column)).append(" ".repeat(width - cells.get(column).length()));
        }
        return line.toString().stripTrailing();
    }
}
