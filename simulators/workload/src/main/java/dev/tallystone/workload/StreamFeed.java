package dev.tallystone.workload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The records of one stream in one workload. Keeps nothing between calls, so any thread may ask for any step. */
final class StreamFeed {

    /** After how many steps a copy follows its record: at once, or after half a second, five or thirty seconds. */
    static final List<Integer> COPY_LAGS = List.of(0, 5, 50, 300);

    private static final List<Breakage> BREAKAGES = List.of(Breakage.values());

    private final TrafficStream stream;
    private final Schedule schedule;
    private final Faults faults;
    private final Seeds seeds;
    private final Instant start;

    StreamFeed(TrafficStream stream, Schedule schedule, Faults faults, Seeds seeds, Instant start) {
        this.stream = stream;
        this.schedule = schedule;
        this.faults = faults;
        this.seeds = seeds;
        this.start = start;
    }

    /** Adds everything that is due in step {@code k}: each record, its copy if one follows at once, and broken ones. */
    void addTo(List<LogRecord> due, long k, RecordText text) {
        long next = schedule.firstOf(k + 1);
        for (long event = schedule.firstOf(k); event < next; event++) {
            LogRecord counted = counted(event, k, text);
            due.add(counted);
            if (isCopiedAfter(0, event)) {
                due.add(counted.copyDueAt(counted.dueAt()));
            }
            Dice dice = dice(Seeds.Purpose.BREAKAGE, event);
            if (dice.happens(faults.broken())) {
                due.add(broken(event, k, dice, text));
            }
        }
        COPY_LAGS.stream().filter(lag -> lag > 0 && lag <= k).forEach(lag -> addCopies(due, k, lag, text));
    }

    private void addCopies(List<LogRecord> due, long k, int lag, RecordText text) {
        long next = schedule.firstOf(k - lag + 1);
        for (long event = schedule.firstOf(k - lag); event < next; event++) {
            if (isCopiedAfter(lag, event)) {
                due.add(counted(event, k - lag, text).copyDueAt(dueAt(event, k)));
            }
        }
    }

    private boolean isCopiedAfter(int lag, long event) {
        Dice dice = dice(Seeds.Purpose.COPY, event);
        return dice.happens(faults.duplicates()) && dice.oneOf(COPY_LAGS) == lag;
    }

    private LogRecord counted(long event, long k, RecordText text) {
        Instant dueAt = dueAt(event, k);
        String id = id(Seeds.Purpose.ID_HIGH, Seeds.Purpose.ID_LOW, event);
        Dice dice = dice(Seeds.Purpose.CONTENTS, event);
        CallKind kind = stream.kindAt(schedule.day().hourAt(k), dice);
        Measures truth = new Envelope(text, stream.origin(), kind, dice).write(id, occurredAt(event, dueAt));
        var fate = new Fate.Counted(kind.model(), stream.origin().caller().principal(), truth.toMap());
        return new LogRecord(id, text.closed(), dueAt, fate);
    }

    private LogRecord broken(long event, long k, Dice dice, RecordText text) {
        Instant dueAt = dueAt(event, k);
        String id = id(Seeds.Purpose.BROKEN_ID_HIGH, Seeds.Purpose.BROKEN_ID_LOW, event);
        Breakage breakage = dice.oneOf(BREAKAGES);
        new Envelope(text, stream.origin(), Breakage.SUBJECT, dice).write(id, dueAt);
        String sound = new String(text.closed(), StandardCharsets.UTF_8);
        byte[] value = breakage.applyTo(sound).getBytes(StandardCharsets.UTF_8);
        return new LogRecord(id, value, dueAt, new Fate.Rejected(breakage.name()));
    }

    private Instant dueAt(long event, long k) {
        long offsetMicros = dice(Seeds.Purpose.OFFSET, event).between(0, Workload.STEP.toNanos() / 1_000 - 1);
        return start.plus(Workload.STEP.multipliedBy(k)).plusNanos(1_000 * offsetMicros);
    }

    private Instant occurredAt(long event, Instant dueAt) {
        Dice dice = dice(Seeds.Purpose.LATENESS, event);
        boolean late = dice.happens(faults.late());
        return late ? dueAt.minus(Duration.ofMillis(dice.between(1, faults.latest().toMillis()))) : dueAt;
    }

    private String id(Seeds.Purpose high, Seeds.Purpose low, long event) {
        long version4 = (seeds.of(high, event) & ~0xF000L) | 0x4000L;
        long variant2 = (seeds.of(low, event) >>> 2) | (1L << 63);
        return new UUID(version4, variant2).toString();
    }

    private Dice dice(Seeds.Purpose purpose, long event) {
        return new Dice(seeds.of(purpose, event));
    }
}
