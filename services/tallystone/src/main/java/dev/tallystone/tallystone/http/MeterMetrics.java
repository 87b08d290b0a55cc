package dev.tallystone.tallystone.http;

import dev.tallystone.meter.MeterStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the meter of this process does, from one status per scrape. Counters are the process's own and begin at 0 with
 * it; what holds for the whole ledger is for monitors to say, from receipts.
 */
public final class MeterMetrics implements MultiCollector {

    private final Supplier<MeterStatus> status;

    public MeterMetrics(Supplier<MeterStatus> status) {
        this.status = status;
    }

    @Override
    public MetricSnapshots collect() {
        MeterStatus meter = status.get();
        List<MetricSnapshot> metrics = new ArrayList<>();
        if (meter.assigned() >= 0) { // before, nobody knows
            metrics.add(gauge("assigned_partitions", "Partitions that the group gave to this meter.",
                    meter.assigned()));
        }
        metrics.add(gauge("open_partitions", "Of the assigned partitions, those that count.", meter.open()));
        metrics.add(gauge("held_ids", "Ids by which copies are recognised.", meter.idsHeld()));
        metrics.add(counter("read_records", "Records read; after a doubt some are read again.", meter.records()));
        metrics.add(counter("commits", "Transactions that hold.", meter.commits()));
        metrics.add(counter("reopenings", "How often all memory was dropped and read back.", meter.reopenings()));
        metrics.add(counter("misplaced_records",
                "Committed records whose key another partitioner placed: their copies may not be recognised.",
                meter.misplaced()));
        metrics.add(counter("folded_texts",
                "Committed texts beyond the bound on distinct ones, counted as ~other instead.",
                meter.foldedTexts()));
        return new MetricSnapshots(metrics);
    }

    private static GaugeSnapshot gauge(String name, String help, long value) {
        return GaugeSnapshot.builder()
                .name("tallystone_meter_" + name)
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder().value((double) value).build())
                .build();
    }

    private static CounterSnapshot counter(String name, String help, long value) {
        return CounterSnapshot.builder()
                .name("tallystone_meter_" + name)
                .help(help)
                .dataPoint(CounterDataPointSnapshot.builder().value((double) value).build())
                .build();
    }
}
