package dev.tallystone.monitor.close;

import dev.tallystone.invocation.Caller;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was counted for closed months after the last closing: tallies of such a month that stand behind the offsets at
 * which it was read. Those before stand in the folders. Kept by minute; beyond a bound by the day, and without callers.
 * One thread writes.
 */
public final class LateTallies {

    private static final int MAX_ROWS = 200_000;
    private static final long BUCKETS_PER_MINUTE = 6;
    private static final long BUCKETS_PER_DAY = 8_640;

    private final String ledger;
    private final Set<YearMonth> closed = new HashSet<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private final Map<Integer, Long> firstRead = new HashMap<>();
    private final Map<TallyKey, Quantities> late = new HashMap<>();
    private String otherLedger = "";
    private long endBucket = Long.MIN_VALUE;
    private List<TallyRow> snapshot = List.of();
    private boolean snapshotIsOld;

    /** Of one ledger; the offsets of months that another one counted say nothing here. Oldest first. */
    public LateTallies(String ledger, List<ClosedMonth> closed) {
        this.ledger = ledger;
        closed.forEach(this::close);
    }

    /** Behind its offsets, its tallies are late; what was late until then is signed with it. */
    public void close(ClosedMonth month) {
        otherLedger = month.manifest().ledger().equals(ledger) ? "" : month.manifest().ledger();
        if (otherLedger.isEmpty()) {
            closed.add(month.month());
            offsets.putAll(month.manifest().offsets());
            endBucket = Math.max(endBucket, month.endBucket());
            firstRead.clear();
            late.clear();
            snapshotIsOld = true;
        }
    }

    /** Why some of them may not be known; empty where all are. */
    public Optional<String> lost() {
        if (!otherLedger.isEmpty()) {
            return Optional.of("calls of closed months that ledger %s counted later are not known".formatted(
                    otherLedger));
        }
        return firstRead.entrySet()
                .stream()
                .anyMatch(first -> first.getValue() > offsets.getOrDefault(first.getKey(), 0L))
                        ? Optional
                                .of("tallies since the last closing are not kept any more: late calls in them are lost")
                        : Optional.empty();
    }

    /** Looks at the rows of one record. */
    public void look(int partition, long offset, List<TallyRow> rows) {
        firstRead.putIfAbsent(partition, offset);
        if (offset >= offsets.getOrDefault(partition, Long.MAX_VALUE)) {
            rows.stream().filter(row -> row.key().bucket() < endBucket).forEach(this::addIfClosed);
        }
    }

    private void addIfClosed(TallyRow row) {
        if (closed.contains(month(row.key().bucket()))) {
            late.merge(kept(row.key()), row.quantities(), Quantities::plus);
            snapshotIsOld = true;
        }
    }

    private static YearMonth month(long bucket) {
        return YearMonth.from(Instant.ofEpochMilli(bucket * TallyKey.BUCKET_MS).atZone(ZoneOffset.UTC));
    }

    private TallyKey kept(TallyKey key) {
        var minute = new TallyKey(key.bucket() - Math.floorMod(key.bucket(), BUCKETS_PER_MINUTE), key.cell());
        if (late.size() < MAX_ROWS || late.containsKey(minute)) {
            return minute;
        }
        Cell cell = key.cell();
        return new TallyKey(key.bucket() - Math.floorMod(key.bucket(), BUCKETS_PER_DAY),
                new Cell(cell.account(), cell.region(), cell.model(), Caller.OTHER, "", cell.source(), cell.tier(),
                        cell.performance(), cell.context(), cell.variant(), cell.outcome(), cell.caveats()));
    }

    /** All of them; the same list while nothing is added. */
    public List<TallyRow> snapshot() {
        if (snapshotIsOld) {
            snapshot = List
                    .copyOf(late.entrySet().stream().map(row -> new TallyRow(row.getKey(), row.getValue())).toList());
            snapshotIsOld = false;
        }
        return snapshot;
    }
}
