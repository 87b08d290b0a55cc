package dev.tallystone.tallystone.http;

import dev.tallystone.ledger.ClientListener;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;

/** One registry for everything that is scraped: JVM, Vert.x and Kafka by Micrometer, the rest by collectors. */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final KafkaMetrics kafka = new KafkaMetrics(registry);

    public Metrics() {
        // promtool refuses these two names
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
        registry.config().meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    /** For Vert.x's own metrics. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Shows the Kafka clients of the process. */
    public ClientListener kafka() {
        return kafka;
    }

    /** Adds a collector to every scrape. */
    public void add(MultiCollector collector) {
        registry.getPrometheusRegistry().register(collector);
    }

    /** In Prometheus's text format. */
    public String scrape() {
        synchronized (kafka) { // or a client that is opened again just then would be met twice
            return registry.scrape();
        }
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
