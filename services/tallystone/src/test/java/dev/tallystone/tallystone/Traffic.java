package dev.tallystone.tallystone;

import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends calls to a topic; when it is closed, the broker has them. */
final class Traffic implements AutoCloseable {

    private static final Duration BACK = Duration.ofMinutes(10);
    private static final long SEED = 20_261_124;

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    Traffic(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                // a partition that was just made may take the second batch first, and then refuse the first for ever
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                new StringSerializer(), new ByteArraySerializer());
    }

    /** About 1,200 calls of the last ten minutes; gives how many records they were. */
    static long send(String bootstrapServers) {
        try (var traffic = new Traffic(bootstrapServers, "invocations")) {
            return traffic.lastTenMinutes();
        }
    }

    private long lastTenMinutes() {
        long sent = 0;
        var workload = new Workload(Scenario.named("lively"), SEED, Instant.now().minus(BACK), BACK, 2);
        for (long step = 0; step < BACK.dividedBy(Workload.STEP); step++) {
            for (LogRecord record : workload.step(step)) {
                var _ = producer.send(new ProducerRecord<>(topic, record.key(), record.value()));
                sent++;
            }
        }
        return sent;
    }

    /** One call from a Region of this number. */
    void call(int region) {
        String id = new UUID(1, region).toString();
        var _ = producer.send(new ProducerRecord<>(topic, id, json(id, "region-" + region, Instant.now())));
    }

    /** One call, at a time. */
    void callAt(Instant time) {
        String id = UUID.randomUUID().toString();
        var _ = producer.send(new ProducerRecord<>(topic, id, json(id, "us-east-1", time)));
    }

    /** One call now, in another partition than the one that Kafka's partitioner would choose. */
    void misplacedCall(int region, int partitions) {
        String id = new UUID(2, region).toString();
        int right = BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), partitions);
        var _ = producer.send(
                new ProducerRecord<>(topic, (right + 1) % partitions, id, json(id, "region-" + region, Instant.now())));
    }

    /** One call of a team, at a time. */
    void call(Instant at, String model, String team, long input, long output) {
        String id = UUID.randomUUID().toString();
        var _ = producer.send(new ProducerRecord<>(topic, id, """
            {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"%s","accountId":"111122223333",
             "region":"us-east-1","requestId":"%s","operation":"Converse","modelId":"%s",
             "identity":{"arn":"arn:aws:sts::111122223333:assumed-role/app/s"},"requestMetadata":{"team":"%s"},
             "input":{"inputTokenCount":%d},"output":{"outputTokenCount":%d}}"""
                .formatted(at, id, model, team, input, output)
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] json(String id, String region, Instant time) {
        return """
            {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"%s","accountId":"111122223333",
             "region":"%s","requestId":"%s","operation":"Converse","modelId":"amazon.nova-lite-v1:0",
             "identity":{"arn":"arn:aws:sts::111122223333:assumed-role/search/s"},
             "input":{"inputTokenCount":10},"output":{"outputTokenCount":2}}"""
                .formatted(time, region, id)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
