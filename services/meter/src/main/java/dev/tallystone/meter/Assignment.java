package dev.tallystone.meter;

import dev.tallystone.ledger.LedgerException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which partitions this meter has, and which of them are open. A partition that is assigned waits, paused, until its
 * memory is restored. Belongs to the meter's thread, on which Kafka also calls back.
 */
final class Assignment implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumer<?, ?> consumer;
    private final PartitionOpening opening;
    private final Runnable commit;
    private final Clock clock;
    private final Map<TopicPartition, PartitionState> open = new HashMap<>();
    private final Map<TopicPartition, Long> waitingSinceMs = new HashMap<>();

    /** Calls {@code commit} before it gives partitions away. */
    Assignment(Consumer<?, ?> consumer, PartitionOpening opening, Runnable commit, Clock clock) {
        this.consumer = consumer;
        this.opening = opening;
        this.commit = commit;
        this.clock = clock;
    }

    Collection<PartitionState> open() {
        return open.values();
    }

    int assigned() {
        return open.size() + waitingSinceMs.size();
    }

    PartitionState state(TopicPartition partition) {
        PartitionState state = open.get(partition);
        if (state == null) {
            throw new IllegalStateException("a record came from %s, which is not open".formatted(partition));
        }
        return state;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(this::await);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            commit.run();
            forget(partitions);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(open::remove);
        partitions.forEach(waitingSinceMs::remove);
    }

    private void await(TopicPartition partition) {
        consumer.seek(partition, 0); // any place will do while it is paused, and none would be an error
        consumer.pause(List.of(partition));
        waitingSinceMs.put(partition, clock.millis());
    }

    /** Drops all memory, so that every partition is read back from the ledger. */
    void reopenAll() {
        var partitions = new ArrayList<>(open.keySet());
        open.clear();
        partitions.forEach(this::await);
    }

    /** Drops all memory for good: whatever Kafka calls back after this finds nothing to commit. */
    void dropAll() {
        open.clear();
        waitingSinceMs.clear();
    }

    /**
     * Opens what can be opened. True: one of them has a first receipt to write.
     *
     * @throws LedgerException
     *             when a partition has waited for a minute
     */
    boolean openWaiting() {
        boolean genesis = false;
        for (TopicPartition partition : List.copyOf(waitingSinceMs.keySet())) {
            switch (opening.open(partition)) {
                case PartitionOpening.Opened.Ready(var state, var first) -> {
                    start(state);
                    genesis |= first;
                }
                case PartitionOpening.Opened.NotYet(var reason) -> checkPatience(partition, reason);
            }
        }
        return genesis;
    }

    private void start(PartitionState state) {
        TopicPartition partition = state.partition();
        waitingSinceMs.remove(partition);
        open.put(partition, state);
        consumer.seek(partition, state.position());
        consumer.resume(List.of(partition));
        LOG.info("counting {} from offset {} with {} ids", partition, state.position(), state.filter().size());
    }

    private void checkPatience(TopicPartition partition, String reason) {
        long waitedMs = clock.millis() - waitingSinceMs.getOrDefault(partition, clock.millis());
        if (waitedMs > PATIENCE.toMillis()) {
            throw new LedgerException(("%s cannot be opened: %s. Look at both with kafka-get-offsets and "
                    + "kafka-consumer-groups; a ledger whose offsets were moved by hand goes on under another ledger.name")
                    .formatted(partition, reason));
        }
        LOG.info("{} waits: {}", partition, reason);
    }
}
