package dev.tallystone.monitor.exposition;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** Builds one counter; {@code _total} is added by the exposition. */
final class Counter {

    private final CounterSnapshot.Builder counter;

    Counter(String name, String help) {
        counter = CounterSnapshot.builder().name(name).help(help);
    }

    Counter set(long value, String... labels) {
        counter.dataPoint(CounterDataPointSnapshot.builder().labels(Labels.of(labels)).value((double) value).build());
        return this;
    }

    CounterSnapshot build() {
        return counter.build();
    }
}
