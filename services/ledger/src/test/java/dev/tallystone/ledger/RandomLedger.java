package dev.tallystone.ledger;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.SliceIds;
import dev.tallystone.metering.SliceRanges.Range;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Whatever a ledger may hold, drawn from a seed. */
final class RandomLedger {

    private static final long BUCKET = 179_085_600;

    private final Random random;

    RandomLedger(long seed) {
        random = new Random(seed);
    }

    List<TallyRow> rows(int count, int cells) {
        List<Cell> drawn = IntStream.range(0, cells).mapToObj(_ -> cell()).toList();
        return IntStream.range(0, count)
                .mapToObj(_ -> new TallyRow(new TallyKey(BUCKET + random.nextInt(-1_000, 1_000), pick(drawn)), sums()))
                .toList();
    }

    Cell cell() {
        return new Cell(text(12), text(16), text(200), caller(), text(64), pick(Source.ALL), text(32), text(32),
                random.nextInt(8), text(24), pick(Outcome.ALL), random.nextInt(32));
    }

    private Caller caller() {
        return new Caller(text(320), IntStream.range(0, random.nextInt(5)).mapToObj(_ -> text(64)).toList());
    }

    /** Mostly short and repeated, sometimes as long as may be, in several scripts. */
    private String text(int maxLength) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "é€😀".repeat(1 + random.nextInt(5));
            case 2 -> "x".repeat(maxLength);
            default -> "name-" + random.nextInt(50);
        };
    }

    private Quantities sums() {
        long[] sums = new long[Measure.ALL.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = random.nextBoolean() ? 0 : random.nextLong() >>> random.nextInt(1, 64);
        }
        return Quantities.of(sums, 0);
    }

    Receipt receipt() {
        long tallied = random.nextInt(100_000);
        long duplicates = random.nextInt(1_000);
        Map<RejectionReason, Long> rejected = new EnumMap<>(RejectionReason.class);
        random.ints(random.nextInt(4), 0, RejectionReason.ALL.size())
                .forEach(ordinal -> rejected.put(RejectionReason.ALL.get(ordinal), random.nextLong(1, 50)));
        Map<Source, Long> newest = new EnumMap<>(Source.class);
        random.ints(random.nextInt(4), 0, Source.ALL.size())
                .forEach(ordinal -> newest.put(Source.ALL.get(ordinal), timeMs()));
        long records = tallied + duplicates + rejected.values().stream().mapToLong(Long::longValue).sum();
        long from = random.nextLong(1L << 40);
        return new Receipt(text(100), random.nextInt(1, 100), from, from + records + random.nextInt(10), records,
                tallied, duplicates, random.nextLong(tallied + 1), random.nextLong(tallied + 1), rejected, timeMs(),
                random.nextBoolean() ? 0 : timeMs(), newest, ranges(), random.nextLong(1L << 40),
                LongStream.range(0, random.nextInt(8)).map(i -> i * 100_000).boxed().toList(), text(20), text(64), 1,
                1);
    }

    private List<Range> ranges() {
        var ranges = new ArrayList<Range>();
        long first = random.nextLong(-1_000, 3_000_000);
        for (int i = random.nextInt(20); i > 0; i--) {
            ranges.add(new Range(first, first + random.nextInt(100)));
            first = ranges.getLast().last() + 2 + random.nextInt(50);
        }
        return ranges;
    }

    private long timeMs() {
        return random.nextLong(1_790_000_000_000L, 1_800_000_000_000L);
    }

    SliceIds ids(int count) {
        return new SliceIds(random.nextInt(3_000_000), timeMs(), random.longs(2L * count).toArray(),
                random.ints(count).toArray());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
