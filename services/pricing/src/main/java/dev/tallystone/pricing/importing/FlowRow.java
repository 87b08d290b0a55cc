package dev.tallystone.pricing.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A price row as it stands in the text, on one line: {@code - { model: "a", from: 2026-01-01 }}. */
final class FlowRow {

    static final String BEGIN = "  - {";

    private final String line;
    private final List<String> entries = new ArrayList<>();
    private char quote;

    private FlowRow(String line) {
        this.line = line;
    }

    /** The same line with an end: entries, quotes and comment stay as they were written. */
    static String closed(String line, String until) {
        return changed(line, entry -> entry.startsWith("until:")
                ? Stream.empty()
                : entry.startsWith("from:") ? Stream.of(entry, "until: " + until) : Stream.of(entry));
    }

    /** The same line read from another source, which says what kind of evidence it is. */
    static String sourced(String line, String source) {
        return changed(line, entry -> entry.startsWith("evidence:")
                ? Stream.empty()
                : Stream.of(entry.startsWith("source:") ? "source: " + source : entry));
    }

    private static String changed(String line, Function<String, Stream<String>> change) {
        var row = new FlowRow(line);
        int open = line.indexOf('{') + 1;
        int close = row.split(open);
        return line.substring(0, open) + " "
                + row.entries.stream().flatMap(change).collect(Collectors.joining(", ")) + " " + line.substring(close);
    }

    /** Notes what stands between commas, and returns where the closing brace is. Commas in quotes separate nothing. */
    private int split(int open) {
        int start = open;
        for (int i = open; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == '"' && c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && opensValue(start, i)) {
                quote = c;
            } else if (c == ',' || c == '}') {
                entries.add(line.substring(start, i).strip());
                start = i + 1;
                if (c == '}') {
                    return i;
                }
            }
        }
        throw new IllegalArgumentException("a price row must stand on one line, not %s".formatted(line.strip()));
    }

    /** A quote within a plain text, as in AWS's, is a letter; one after another is two of them, as YAML writes one. */
    private boolean opensValue(int start, int at) {
        String before = line.substring(start, at).stripTrailing();
        return before.isEmpty() || before.endsWith(":") || line.charAt(at - 1) == line.charAt(at);
    }
}
