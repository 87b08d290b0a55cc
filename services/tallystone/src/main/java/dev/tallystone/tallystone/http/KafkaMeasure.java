package dev.tallystone.tallystone.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * One of the numbers that a Kafka client keeps of itself, and how it is shown: in base units, since Kafka counts in
 * milliseconds and nanoseconds.
 *
 * @param group
 *            Kafka's
 * @param name
 *            Kafka's
 * @param shownAs
 *            Micrometer's name, without unit and type
 * @param factor
 *            from Kafka's unit to {@code unit}
 */
record KafkaMeasure(String group, String name, String shownAs, boolean isCounter, double factor, @Nullable String unit,
        String help) {

    private static final String FETCH = "consumer-fetch-manager-metrics";
    private static final String GROUP = "consumer-coordinator-metrics";
    private static final String CONSUMER = "consumer-metrics";
    private static final String PRODUCER = "producer-metrics";
    private static final double MILLIS = 1e-3;
    private static final double NANOS = 1e-9;

    /** What tells a healthy client from a sick one; a client lacks those of another kind. */
    static final List<KafkaMeasure> ALL = List.of(
            gauge(FETCH, "records-lag-max", "kafka.consumer.records.lag.max",
                    "Records not read yet, of the partition that has most; NaN while nothing was fetched for 30 s."),
            counter(FETCH, "records-consumed-total", "kafka.consumer.records.consumed", "Records read."),
            counter(FETCH, "bytes-consumed-total", "kafka.consumer.consumed.bytes", "Bytes read."),
            seconds(FETCH, "fetch-latency-avg", "kafka.consumer.fetch.latency.avg", "A fetch takes so long."),
            seconds(FETCH, "fetch-latency-max", "kafka.consumer.fetch.latency.max", "The slowest fetch took so long."),
            seconds(FETCH, "fetch-throttle-time-max", "kafka.consumer.fetch.throttle.max",
                    "So long a broker held back a fetch, for a quota."),
            counter(GROUP, "rebalance-total", "kafka.consumer.rebalances", "Rebalances of the group that succeeded."),
            counter(GROUP, "failed-rebalance-total", "kafka.consumer.failed.rebalances", "Rebalances that failed."),
            seconds(GROUP, "rebalance-latency-max", "kafka.consumer.rebalance.latency.max",
                    "The slowest rebalance took so long."),
            seconds(CONSUMER, "time-between-poll-max", "kafka.consumer.poll.interval.max",
                    "The longest time between two polls: above 60 s a meter leaves its group."),
            gauge(CONSUMER, "connection-count", "kafka.consumer.connections", "Open connections to brokers."),
            counter(CONSUMER, "failed-authentication-total", "kafka.consumer.failed.authentications",
                    "Connections that a broker refused."),
            counter(PRODUCER, "record-send-total", "kafka.producer.records.sent", "Records sent."),
            counter(PRODUCER, "record-error-total", "kafka.producer.record.errors", "Records that could not be sent."),
            counter(PRODUCER, "record-retry-total", "kafka.producer.record.retries", "Records that were sent again."),
            seconds(PRODUCER, "request-latency-avg", "kafka.producer.request.latency.avg", "A request takes so long."),
            seconds(PRODUCER, "request-latency-max", "kafka.producer.request.latency.max",
                    "The slowest request took so long."),
            seconds(PRODUCER, "produce-throttle-time-max", "kafka.producer.throttle.max",
                    "So long a broker held back a request, for a quota."),
            nanos("txn-init-time-ns-total", "kafka.producer.txn.init", "Time spent in taking over the writer's name."),
            nanos("txn-send-offsets-time-ns-total", "kafka.producer.txn.send.offsets",
                    "Time spent in adding offsets to transactions."),
            nanos("txn-commit-time-ns-total", "kafka.producer.txn.commit", "Time spent in committing transactions."),
            gauge(PRODUCER, "connection-count", "kafka.producer.connections", "Open connections to brokers."),
            counter(PRODUCER, "failed-authentication-total", "kafka.producer.failed.authentications",
                    "Connections that a broker refused."));

    private static KafkaMeasure gauge(String group, String name, String shownAs, String help) {
        return new KafkaMeasure(group, name, shownAs, false, 1, null, help);
    }

    private static KafkaMeasure seconds(String group, String name, String shownAs, String help) {
        return new KafkaMeasure(group, name, shownAs, false, MILLIS, "seconds", help);
    }

    private static KafkaMeasure counter(String group, String name, String shownAs, String help) {
        return new KafkaMeasure(group, name, shownAs, true, 1, null, help);
    }

    private static KafkaMeasure nanos(String name, String shownAs, String help) {
        return new KafkaMeasure(PRODUCER, name, shownAs, true, NANOS, "seconds", help);
    }

    /** As Kafka keeps it for a whole client, without topic or node. */
    MetricName of(String clientId) {
        return new MetricName(name, group, "", Map.of("client-id", clientId));
    }

    Meter show(String clientId, Metric metric, MeterRegistry registry) {
        Tags tags = Tags.of("client.id", clientId);
        return isCounter
                ? FunctionCounter.builder(shownAs, metric, this::value)
                        .tags(tags)
                        .baseUnit(unit)
                        .description(help)
                        .register(registry)
                : Gauge.builder(shownAs, metric, this::value)
                        .tags(tags)
                        .baseUnit(unit)
                        .description(help)
                        .register(registry);
    }

    private double value(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() * factor : Double.NaN;
    }
}
