package dev.tallystone.tallystone.http;

import dev.tallystone.ledger.ClientListener;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * A few chosen numbers of each open Kafka client, by {@code client_id}. Their series are bounded: names of clients are
 * stable, and a client that is opened again takes the series of the one before.
 *
 * <p>
 * Micrometer's own binder is not used: it shows some 80 series for each client and more for each topic and broker, in
 * milliseconds and under names that promtool refuses, and keeps a thread for each client.
 */
final class KafkaMetrics implements ClientListener {

    private final MeterRegistry registry;
    private final Map<String, List<Meter>> shown = new HashMap<>();

    KafkaMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public synchronized void opened(String clientId, Map<MetricName, ? extends Metric> metrics) {
        closed(clientId);
        var meters = new ArrayList<Meter>();
        for (KafkaMeasure measure : KafkaMeasure.ALL) {
            Metric metric = metrics.get(measure.of(clientId));
            if (metric != null) {
                meters.add(measure.show(clientId, metric, registry));
            }
        }
        shown.put(clientId, meters);
    }

    @Override
    public synchronized void closed(String clientId) {
        List<Meter> meters = shown.remove(clientId);
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }
}
