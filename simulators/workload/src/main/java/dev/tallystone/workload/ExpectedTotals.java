package dev.tallystone.workload;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an exact meter must have counted of the records sent so far. Sums are exact; overflow throws. Not thread-safe:
 * whoever sends is the one writer.
 */
public final class ExpectedTotals {

    /** One sum: of one measure, for one model and one caller. */
    public record Cell(String model, String caller, String measure) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::model)
                .thenComparing(Cell::caller)
                .thenComparing(Cell::measure);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return "%s of %s by %s".formatted(measure, model, caller);
        }
    }

    private final Map<Cell, Long> cells = new HashMap<>();
    private final SortedMap<String, Long> rejectedByReason = new TreeMap<>();
    private long sent;
    private long tallied;
    private long duplicates;

    /** Notes a record that was handed over and acknowledged. */
    public void sent(LogRecord sentRecord) {
        sent++;
        switch (sentRecord.fate()) {
            case Fate.Counted counted -> tally(counted);
            case Fate.Duplicate() -> duplicates++;
            case Fate.Rejected(String reason) -> rejectedByReason.merge(reason, 1L, Math::addExact);
        }
    }

    private void tally(Fate.Counted counted) {
        tallied++;
        counted.measures()
                .forEach((measure, amount) -> cells
                        .merge(new Cell(counted.model(), counted.caller(), measure), amount, Math::addExact));
    }

    /** All records: {@code tallied + duplicates + rejected}. */
    public long sent() {
        return sent;
    }

    public long tallied() {
        return tallied;
    }

    public long duplicates() {
        return duplicates;
    }

    public long rejected() {
        return rejectedByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /** By reason code; reasons that did not occur are absent. */
    public Map<String, Long> rejectedByReason() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
    }

    /** All sums but those that are zero. */
    public SortedMap<Cell, Long> cells() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /**
     * One readable line for each cell that differs, in the order of cells, at most {@code limit}. An absent cell is 0.
     */
    public List<String> differences(Map<Cell, Long> actual, int limit) {
        var all = new TreeSet<>(cells.keySet());
        all.addAll(actual.keySet());
        return all.stream()
                .filter(cell -> expected(cell) != actual.getOrDefault(cell, 0L))
                .limit(limit)
                .map(cell -> "%s: expected %,d, was %,d (%+,d)".formatted(cell, expected(cell),
                        actual.getOrDefault(cell, 0L), actual.getOrDefault(cell, 0L) - expected(cell)))
                .toList();
    }

    private long expected(Cell cell) {
        return cells.getOrDefault(cell, 0L);
    }
}
