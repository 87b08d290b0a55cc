package dev.tallystone.tallystone.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** With Kafka's own clients, which need no broker to keep numbers. */
class KafkaMetricsTest {

    private static final String NOWHERE = "127.0.0.1:1";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final KafkaMetrics metrics = new KafkaMetrics(registry);

    @Test
    void findsEveryChosenNumberInAConsumerOrAProducer() {
        try (var consumer = consumer("c"); var producer = producer("p")) {
            assertThat(KafkaMeasure.ALL).allMatch(measure -> consumer.metrics().containsKey(measure.of("c"))
                    || producer.metrics().containsKey(measure.of("p")));
        }
    }

    @Test
    void addsNoSeriesWhenAClientIsOpenedAgain() {
        try (var first = producer("p"); var second = producer("p")) {
            metrics.opened("p", first.metrics());
            List<String> before = series();

            metrics.opened("p", second.metrics());

            assertThat(series()).isEqualTo(before).isNotEmpty();
        }
    }

    @Test
    void showsTheClientThatWasOpenedLast() {
        metrics.opened("p", sent("p", 700));
        metrics.opened("p", sent("p", 3));

        assertThat(registry.scrape()).contains("kafka_producer_records_sent_total{client_id=\"p\"} 3.0");
    }

    @Test
    void showsSecondsOfWhatKafkaCountsInMilliseconds() {
        var latency = new MetricName("request-latency-max", "producer-metrics", "", Map.of("client-id", "p"));

        metrics.opened("p", Map.of(latency, new FakeMetric(latency, 250)));

        assertThat(registry.scrape()).contains("kafka_producer_request_latency_max_seconds{client_id=\"p\"} 0.25");
    }

    @Test
    void tellsClientsApartByTheirNames() {
        try (var first = producer("p"); var second = producer("q")) {
            metrics.opened("p", first.metrics());
            metrics.opened("q", second.metrics());

            assertThat(series()).contains("kafka_producer_records_sent_total{client_id=\"p\"}",
                    "kafka_producer_records_sent_total{client_id=\"q\"}");
        }
    }

    @Test
    void forgetsAClientThatIsClosed() {
        try (var producer = producer("p"); var consumer = consumer("c")) {
            metrics.opened("p", producer.metrics());
            metrics.opened("c", consumer.metrics());

            metrics.closed("p");
            metrics.closed("never opened");

            assertThat(series()).isNotEmpty().allMatch(series -> series.endsWith("{client_id=\"c\"}"));
        }
    }

    private record FakeMetric(MetricName metricName, double value) implements Metric {

        @Override
        public Object metricValue() {
            return value;
        }
    }

    private static Map<MetricName, Metric> sent(String clientId, double records) {
        var name = new MetricName("record-send-total", "producer-metrics", "", Map.of("client-id", clientId));
        return Map.of(name, new FakeMetric(name, records));
    }

    private List<String> series() {
        return registry.scrape()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String clientId) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", NOWHERE, "client.id", clientId, "group.id", "g", "group.protocol",
                        "classic", "enable.auto.commit", false),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> producer(String clientId) {
        return new KafkaProducer<>(Map.of("bootstrap.servers", NOWHERE, "client.id", clientId),
                new ByteArraySerializer(), new ByteArraySerializer());
    }
}
