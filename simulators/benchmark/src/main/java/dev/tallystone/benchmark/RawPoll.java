package dev.tallystone.benchmark;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/** Polls and does nothing: what Kafka's client alone costs. */
final class RawPoll implements Contender {

    private static final int MAX_POLL_RECORDS = 20_000;

    @Override
    public void read(Task task, Progress progress) {
        Map<String, Object> properties = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, task.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed", ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest", ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        try (var consumer = new KafkaConsumer<ByteBuffer, ByteBuffer>(properties, new ByteBufferDeserializer(),
                new ByteBufferDeserializer())) {
            consumer.assign(IntStream.range(0, task.partitions())
                    .mapToObj(partition -> new TopicPartition(task.topic(), partition))
                    .toList());
            long read = 0;
            while (read < task.records()) {
                read += consumer.poll(Duration.ofMillis(200)).count();
                progress.records(read);
            }
        }
    }
}
