package dev.tallystone.monitor.exposition;

import dev.tallystone.pricing.Usd;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;

/** Builds one gauge. Only here does exact money become a binary number, because Prometheus knows no other. */
final class Gauge {

    private final GaugeSnapshot.Builder gauge;

    Gauge(String name, String help) {
        gauge = GaugeSnapshot.builder().name(name).help(help);
    }

    Gauge set(double value, String... labels) {
        gauge.dataPoint(GaugeDataPointSnapshot.builder().labels(Labels.of(labels)).value(value).build());
        return this;
    }

    Gauge set(long value, String... labels) {
        return set((double) value, labels);
    }

    Gauge set(Usd value, String... labels) {
        return set(value.amount().doubleValue(), labels);
    }

    GaugeSnapshot build() {
        return gauge.build();
    }
}
