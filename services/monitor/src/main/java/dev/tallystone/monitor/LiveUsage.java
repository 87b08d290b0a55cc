package dev.tallystone.monitor;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what is merged once the monitor has caught up, under the names of that moment. Prometheus reads these as
 * counters: neither a rebuild nor a change of rules ever moves them. One thread; snapshots are immutable.
 */
public final class LiveUsage {

    private static final int MAX_SERIES = 2_000;

    /** The labels of one series. */
    public record Series(String model, String region, Mode mode) {}

    /** Quantities and outcomes of one series. */
    public record Counted(Quantities quantities, Map<Outcome, Long> outcomes) {

        static final Counted NONE = new Counted(Quantities.NONE, Map.of());

        public Counted {
            outcomes = Map.copyOf(outcomes);
        }

        Counted plus(Outcome outcome, Quantities more) {
            var counts = new HashMap<>(outcomes);
            counts.merge(outcome, more.get(Measure.REQUESTS), Long::sum);
            return new Counted(quantities.plus(more), counts);
        }
    }

    /** The counters at one moment. */
    public record Snapshot(Map<Series, Counted> bySeries, long tallied, long duplicates, long misplaced,
            long unremembered, Map<RejectionReason, Long> deadLetters) {

        /** Nothing yet. */
        public static final Snapshot NONE = new Snapshot(Map.of(), 0, 0, 0, 0, Map.of());

        public Snapshot {
            bySeries = Map.copyOf(bySeries);
            deadLetters = Map.copyOf(deadLetters);
        }
    }

    private final Map<Series, Counted> bySeries = new HashMap<>();
    private final Map<RejectionReason, Long> deadLetters = new EnumMap<>(RejectionReason.class);
    private long tallied;
    private long duplicates;
    private long misplaced;
    private long unremembered;

    void add(List<TallyRow> rows, Receipt receipt, Pricer pricer) {
        for (TallyRow row : rows) {
            Usage usage = pricer.usage(row.key().cell(), pricer.epochOf(row.key().bucket() * TallyKey.BUCKET_MS));
            var series = new Series(usage.model(), row.key().cell().region(), usage.mode());
            boolean room = bySeries.containsKey(series) || bySeries.size() < MAX_SERIES;
            Series kept = room ? series : new Series("other", "other", usage.mode());
            bySeries.put(kept, bySeries.getOrDefault(kept, Counted.NONE)
                    .plus(row.key().cell().outcome(),
                            row.quantities()));
        }
        if (receipt.isLastPart()) {
            tallied += receipt.tallied();
            duplicates += receipt.duplicates();
            misplaced += receipt.misplaced();
            unremembered += receipt.unremembered();
            receipt.deadLetters().forEach((reason, count) -> deadLetters.merge(reason, count, Long::sum));
        }
    }

    Snapshot snapshot() {
        return new Snapshot(bySeries, tallied, duplicates, misplaced, unremembered, deadLetters);
    }
}
