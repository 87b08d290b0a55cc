package dev.tallystone.metering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of slices, kept as ranges: closed slices are mostly neighbours. */
public final class SliceRanges {

    /** Slices from {@code first} to {@code last}, both in it. */
    public record Range(long first, long last) {

        public Range {
            if (first > last) {
                throw new IllegalArgumentException(
                        "a range must not end (%d) before it begins (%d)".formatted(last, first));
            }
        }
    }

    private final NavigableMap<Long, Long> lastByFirst = new TreeMap<>();

    /** Starts with these ranges. */
    public static SliceRanges of(List<Range> ranges) {
        var slices = new SliceRanges();
        ranges.forEach(range -> slices.add(range.first(), range.last()));
        return slices;
    }

    /** Whether the slice is in it. */
    public boolean contains(long slice) {
        Map.Entry<Long, Long> range = lastByFirst.floorEntry(slice);
        return range != null && range.getValue() >= slice;
    }

    /** Adds one slice. */
    public void add(long slice) {
        add(slice, slice);
    }

    private void add(long first, long last) {
        long from = first;
        long to = last;
        Map.Entry<Long, Long> neighbour = lastByFirst.floorEntry(to + 1);
        while (neighbour != null && neighbour.getValue() >= from - 1) {
            from = Math.min(from, neighbour.getKey());
            to = Math.max(to, neighbour.getValue());
            lastByFirst.remove(neighbour.getKey());
            neighbour = lastByFirst.floorEntry(to + 1);
        }
        lastByFirst.put(from, to);
    }

    /** In ascending order, apart from each other by at least one slice. */
    public List<Range> ranges() {
        var ranges = new ArrayList<Range>(lastByFirst.size());
        lastByFirst.forEach((first, last) -> ranges.add(new Range(first, last)));
        return ranges;
    }
}
