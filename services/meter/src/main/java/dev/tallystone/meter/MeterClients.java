package dev.tallystone.meter;

import dev.tallystone.ledger.ClientListener;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/**
 * The Kafka clients of one meter, and the settings on which exactly-once rests. Membership is static when the slot has
 * a name: after a kill the same slot returns in seconds, without a rebalance. Otherwise it is dynamic. Their names are
 * the same whenever one is opened again, so that reopening adds no series to anyone's metrics.
 */
final class MeterClients {

    private static final int TRANSACTION_TIMEOUT_MS = 10_000;
    private static final int SESSION_TIMEOUT_MS = 6_000;
    private static final int MAX_POLL_INTERVAL_MS = 60_000;
    private static final int MAX_POLL_RECORDS = 1_000;
    private static final int MAX_REQUEST_BYTES = 4 << 20;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private static final String CONSUMER = "consumer";
    private static final String RESTORE = "restore";
    private static final String PRODUCER = "producer";

    private final MeterSettings settings;
    private final ClientListener listener;
    private final String writer;

    MeterClients(MeterSettings settings, ClientListener listener) {
        this.settings = settings;
        this.listener = listener;
        String instance = settings.slot().isEmpty() ? UUID.randomUUID().toString() : settings.slot();
        this.writer = settings.ledger().meterGroup() + "-" + instance;
    }

    /** The transactional id, by which receipts name their writer. */
    String writer() {
        return writer;
    }

    private String clientId(String purpose) {
        String role = settings.slot().isEmpty() ? "meter-" + purpose : "meter-" + settings.slot() + "-" + purpose;
        return settings.ledger().clientId(settings.kafka(), role);
    }

    private Map<String, Object> properties(String purpose) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId(purpose));
        return properties;
    }

    /** Reads invocations as a member of the meters' group. */
    KafkaConsumer<ByteBuffer, ByteBuffer> consumer() {
        Map<String, Object> properties = properties(CONSUMER);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.ledger().meterGroup());
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MS / 3);
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MS);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        if (!settings.slot().isEmpty()) {
            properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, writer);
        }
        var consumer = new KafkaConsumer<>(properties, new ByteBufferDeserializer(), new ByteBufferDeserializer());
        listener.opened(clientId(CONSUMER), consumer.metrics());
        return consumer;
    }

    /** Reads the ledger back, outside of any group. */
    KafkaConsumer<byte[], byte[]> restoreConsumer() {
        Map<String, Object> properties = properties(RESTORE);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        listener.opened(clientId(RESTORE), consumer.metrics());
        return consumer;
    }

    /** Writes the ledger. Fences whoever wrote under this slot's name before. */
    KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> properties = properties(PRODUCER);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, writer);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_TIMEOUT_MS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TRANSACTION_TIMEOUT_MS / 2);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2 * TRANSACTION_TIMEOUT_MS);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) { // a producer that cannot begin must not keep its threads
            producer.close(Duration.ZERO);
            throw e;
        }
        listener.opened(clientId(PRODUCER), producer.metrics());
        return producer;
    }

    Admin admin() {
        return Admin.create(properties("admin"));
    }

    /** All of them are closed, or about to be. */
    void closed() {
        List.of(CONSUMER, RESTORE, PRODUCER).forEach(purpose -> listener.closed(clientId(purpose)));
    }

    static Duration closeTimeout() {
        return CLOSE_TIMEOUT;
    }
}
