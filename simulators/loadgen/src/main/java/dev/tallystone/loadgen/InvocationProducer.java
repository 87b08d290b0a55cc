package dev.tallystone.loadgen;

import dev.tallystone.ledger.Ledger;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes to the topic of invocations as every source must: idempotently and acknowledged by all, never in transactions,
 * and under the record's key. One thread sends.
 */
final class InvocationProducer implements AutoCloseable {

    private static final int LINGER_MS = 5;
    /** A record cut to just over the limit must arrive, so that the meter can refuse it by name. */
    private static final int MAX_REQUEST_BYTES = Ledger.MAX_RECORD_BYTES + (64 << 10);

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final Deliveries deliveries = new Deliveries();

    InvocationProducer(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Connects lazily; a setting that Kafka does not take is refused at once. */
    static InvocationProducer connect(Map<String, String> kafka, String topic) {
        return new InvocationProducer(
                new KafkaProducer<>(properties(kafka), new StringSerializer(), new ByteArraySerializer()), topic);
    }

    /**
     * What every source must do stands over the user's properties, what is only usual below them. One request at a
     * time, because a broker that has just made a partition was seen to take a second batch first, and then to refuse
     * the first one for as long as it was tried.
     */
    static Map<String, Object> properties(Map<String, String> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.putIfAbsent(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        return properties;
    }

    /** Hands one record over; blocks while the producer's memory is full. */
    void send(String key, byte[] value, Iterable<Header> headers, Runnable onAcknowledged) {
        var sent = new ProducerRecord<String, byte[]>(topic, null, null, key, value, headers);
        var _ = producer.send(sent, deliveries.expect(onAcknowledged));
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** Waits until all is acknowledged or has failed, which Kafka's delivery timeout bounds. */
    @Override
    public void close() {
        producer.flush();
        producer.close();
    }
}
