package dev.tallystone.metering;

import dev.tallystone.invocation.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The minutes of chosen cells, for as long as tallies are kept. It takes whole hours as they leave the last day, and
 * late rows of them. What it holds is a function of what was merged and of the time, not of the order.
 *
 * <p>
 * Bounded: an hour of more than {@value #MAX_CELLS} cells is crowded, and none of its minutes is kept. A minute with
 * calls takes a byte, and 1 to 9 for each measure; a cell of three measures that is busy every minute 7 to 9 bytes, so
 * some 500 an hour and 0.5 MB in all. One thread.
 */
public final class PackedPast {

    /** Hours are kept until they began so long ago. */
    public static final Duration KEPT = Duration.ofDays(40);

    /** So many cells have their minutes kept in an hour. */
    public static final int MAX_CELLS = 256;

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    private final int maxCells;
    private final NavigableMap<Long, Map<Cell, byte[]>> byHour = new TreeMap<>();
    private final NavigableSet<Long> crowded = new TreeSet<>();
    private long firstHour = Long.MIN_VALUE;

    public PackedPast() {
        this(MAX_CELLS);
    }

    /** With another bound. */
    PackedPast(int maxCells) {
        this.maxCells = maxCells;
    }

    /** A history of a cell, whose old minutes are kept here. */
    public CellHistory historyOf(Cell cell) {
        return new CellHistory(new OfCell(this, cell));
    }

    /** Forgets what is too old at a time; going back is ignored. */
    public void advanceTo(Instant asOf) {
        firstHour = Math.max(firstHour, Math.floorDiv(asOf.minus(KEPT).toEpochMilli(), HOUR_MS));
        byHour.headMap(firstHour).clear();
        crowded.headSet(firstHour).clear();
    }

    /** Whether an hour, by hours since 1970, is too old to have minutes. */
    public boolean isForgotten(long hour) {
        return hour < firstHour;
    }

    /** Whether too many cells had calls in an hour, all of whose minutes are old. */
    public boolean isCrowded(long hour) {
        return crowded.contains(hour);
    }

    /** How many cells may have calls in an hour. */
    public int maxCells() {
        return maxCells;
    }

    /** What the hours take, without the room of the maps that hold them. */
    public long bytes() {
        return byHour.values().stream().flatMap(cells -> cells.values().stream()).mapToLong(hour -> hour.length).sum();
    }

    private void add(Cell cell, long hour, SortedMap<Long, long[]> minutes) {
        if (isForgotten(hour) || isCrowded(hour)) {
            return;
        }
        Map<Cell, byte[]> cells = byHour.computeIfAbsent(hour, _ -> new HashMap<>());
        byte[] before = cells.get(cell);
        if (before == null && cells.size() == maxCells) {
            byHour.remove(hour);
            crowded.add(hour);
            return;
        }
        cells.put(cell, before == null
                ? PackedHour.pack(minutes)
                : PackedHour.plus(before, minutes, hour * PackedHour.MINUTES));
    }

    private void addTo(NavigableMap<Long, Quantities> all, Cell cell, long from, long to) {
        byHour.subMap(hourOf(from), true, hourOf(to), true).forEach((hour, cells) -> {
            byte[] packed = cells.get(cell);
            if (packed != null) {
                SortedMap<Long, long[]> minutes = PackedHour.unpack(packed, hour * PackedHour.MINUTES);
                minutes.subMap(Math.max(from, minutes.firstKey()), Math.max(to, minutes.firstKey()))
                        .forEach((minute, sums) -> all.put(minute, Quantities.of(sums)));
            }
        });
    }

    private static long hourOf(long minute) {
        return Math.floorDiv(minute, (long) PackedHour.MINUTES);
    }

    /** One cell's part of it. */
    record OfCell(PackedPast past, Cell cell) implements OldMinutes {

        @Override
        public long begin(long minute) {
            return hourOf(minute) * PackedHour.MINUTES;
        }

        @Override
        public void add(long minute, Quantities quantities) {
            long[] sums = new long[Measure.ALL.size()];
            quantities.addTo(sums);
            past.add(cell, hourOf(minute), new TreeMap<>(Collections.singletonMap(minute, sums)));
        }

        @Override
        public void takeBefore(long begin, SteppedSeries minutes) {
            SortedMap<Long, long[]> leaving = minutes.steps().headMap(begin);
            while (!leaving.isEmpty()) {
                long hour = hourOf(leaving.firstKey());
                SortedMap<Long, long[]> ofHour = leaving.headMap((hour + 1) * PackedHour.MINUTES);
                past.add(cell, hour, ofHour);
                ofHour.clear();
            }
        }

        @Override
        public NavigableMap<Long, Quantities> minutes(long from, long to) {
            var all = new TreeMap<Long, Quantities>();
            if (from < to) {
                past.addTo(all, cell, from, to);
            }
            return all;
        }
    }
}
