package dev.tallystone.metering;

import dev.tallystone.invocation.InvocationCursor;
import dev.tallystone.invocation.Measure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one partition has counted since its last commit. One thread alone touches it; sums are exact, overflow throws.
 */
public final class TallyBatch {

    /** Commit before a batch has more rows than this. */
    public static final int MAX_ROWS = 20_000;

    private static final int MEASURES = Measure.ALL.size();
    private static final int CELL_BITS = 20;
    private static final int MAX_CELLS = 1 << 16;
    private static final long BUCKETS_PER_DAY = Duration.ofDays(1).toMillis() / TallyKey.BUCKET_MS;

    private final CellTable cells = new CellTable();
    /** Row numbers by key, open addressing; 0 is free. */
    private int[] slots = new int[256];
    private long[] keys = new long[128];
    private long[] sums = new long[128 * MEASURES];
    private int rows;
    /** The newest day counted; the bounds on texts start anew when its first calls are handed over. */
    private long day;

    /** Adds one call to its row. */
    public void accumulate(InvocationCursor call, Source source) {
        int cell = cells.numberOf(call, source);
        int offset = rowOf((TallyKey.bucketOf(call.occurredAtMs()) << CELL_BITS) | cell) * MEASURES;
        for (int i = 0; i < MEASURES; i++) {
            long amount = call.measure(Measure.ALL.get(i));
            if (amount != 0) {
                sums[offset + i] = Math.addExact(sums[offset + i], amount);
            }
        }
    }

    private int rowOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        if (rows * 2 >= slots.length) {
            grow();
            return rowOf(key);
        }
        keys[rows] = key;
        slots[slot] = ++rows;
        return rows - 1;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        sums = Arrays.copyOf(sums, sums.length * 2);
        slots = new int[slots.length * 2];
        int counted = rows;
        rows = 0;
        for (int i = 0; i < counted; i++) {
            rowOf(keys[i]);
        }
    }

    /** How many rows there are. */
    public int size() {
        return rows;
    }

    /** Whether it is time to commit. */
    public boolean isFull() {
        return rows >= MAX_ROWS;
    }

    /** How many texts beyond a bound were counted as {@link Cell#OTHER} so far. */
    public long folded() {
        return cells.folded();
    }

    /** Hands over the rows and starts empty. Belongs inside the transaction that commits their offsets. */
    public List<TallyRow> drain() {
        var drained = new ArrayList<TallyRow>(rows);
        for (int row = 0; row < rows; row++) {
            Cell cell = cells.cell((int) (keys[row] & ((1 << CELL_BITS) - 1)));
            drained.add(new TallyRow(new TallyKey(keys[row] >> CELL_BITS, cell),
                    Quantities.of(sums, row * MEASURES)));
        }
        clear();
        return drained;
    }

    private void clear() {
        long newest = newestDay();
        if (newest > day || cells.size() > MAX_CELLS) {
            cells.clear();
        }
        day = newest;
        Arrays.fill(sums, 0, rows * MEASURES, 0);
        Arrays.fill(slots, 0);
        rows = 0;
    }

    private long newestDay() {
        long newest = day;
        for (int row = 0; row < rows; row++) {
            newest = Math.max(newest, (keys[row] >> CELL_BITS) / BUCKETS_PER_DAY);
        }
        return newest;
    }
}
