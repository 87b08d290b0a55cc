package dev.tallystone.pricing.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of a book by lines. Knows on which line each price row and the last source stand; one use. */
final class BookLines {

    private final List<String> lines;
    private final List<Integer> rowLines = new ArrayList<>();
    private final Map<Integer, List<String>> after = new HashMap<>();
    private final List<Integer> dropped = new ArrayList<>();
    private int lastSource = -1;

    private BookLines(List<String> lines) {
        this.lines = new ArrayList<>(lines);
    }

    static BookLines of(String text, int rows) {
        var found = new BookLines(Arrays.asList(text.split("\n", -1)));
        found.find();
        if (found.rowLines.size() != rows || rows == 0 || found.lastSource < 0) {
            throw new IllegalArgumentException(
                    ("to be edited, a book must have each source and each price on a line of "
                            + "its own; %d of its %d prices are").formatted(found.rowLines.size(), rows));
        }
        return found;
    }

    private void find() {
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith(" ") && !line.startsWith("#")) {
                section = line.strip();
            } else if (section.equals("prices:") && line.startsWith(FlowRow.BEGIN)) {
                rowLines.add(i);
            } else if (section.equals("sources:") && line.startsWith("  ") && !line.strip().startsWith("#")) {
                lastSource = i;
            }
        }
    }

    String row(int index) {
        return lines.get(rowLines.get(index));
    }

    /** Writes a row anew, or drops it. */
    void replace(int index, Optional<String> line) {
        int at = rowLines.get(index);
        line.ifPresentOrElse(written -> lines.set(at, written), () -> dropped.add(at));
    }

    void insertAfter(int index, List<String> written) {
        after.computeIfAbsent(rowLines.get(index), _ -> new ArrayList<>()).addAll(written);
    }

    void addSource(String line) {
        after.computeIfAbsent(lastSource, _ -> new ArrayList<>()).add(line);
    }

    String text() {
        var text = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (!dropped.contains(i)) {
                text.add(lines.get(i));
            }
            text.addAll(after.getOrDefault(i, List.of()));
        }
        return String.join("\n", text);
    }
}
