package dev.tallystone.tallystone;

import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Calls of the last ten minutes. */
final class Traffic {

    private static final Duration BACK = Duration.ofMinutes(10);
    private static final long SEED = 20_261_124;

    private Traffic() {}

    /** Sends all of them, two a second of their own time; done when the broker has them. */
    static void send(String bootstrapServers) {
        var workload = new Workload(Scenario.named("lively"), SEED, Instant.now().minus(BACK), BACK, 2);
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (long step = 0; step < BACK.dividedBy(Workload.STEP); step++) {
                for (LogRecord record : workload.step(step)) {
                    var _ = producer.send(new ProducerRecord<>("invocations", record.key(), record.value()));
                }
            }
        }
    }
}
