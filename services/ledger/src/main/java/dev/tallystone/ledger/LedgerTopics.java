package dev.tallystone.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics of a ledger that do not exist, and tells how those that do differ from what they must be. Another
 * number of partitions is refused: ids would be looked for in the wrong place.
 */
public final class LedgerTopics {

    private static final int TIMEOUT_S = 30;
    private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Admin admin;
    private final Ledger ledger;

    public LedgerTopics(Admin admin, Ledger ledger) {
        this.admin = admin;
        this.ledger = ledger;
    }

    /**
     * Leaves all topics usable. Blocks for up to half a minute a step.
     *
     * @return complaints about settings, which may be foreign and deliberate
     * @throws LedgerException
     *             when a topic has another number of partitions, or the cluster does not answer
     */
    public List<String> createOrCheck() {
        Set<String> existing = await(admin.listTopics().names(), "list topics");
        Map<Boolean, List<Ledger.Topic>> byPresence = ledger.topics()
                .stream()
                .collect(Collectors.partitioningBy(topic -> existing.contains(topic.name())));
        checkPartitions(byPresence.getOrDefault(true, List.of())); // a refused ledger leaves nothing behind
        create(byPresence.getOrDefault(false, List.of()));
        checkPartitions(ledger.topics());
        return complaints();
    }

    private void create(Collection<Ledger.Topic> topics) {
        Optional<Short> replication = ledger.replication() < 0 ? Optional.empty() : Optional.of(ledger.replication());
        for (Ledger.Topic topic : topics) {
            var created = new NewTopic(topic.name(), Optional.of(ledger.partitions()), replication)
                    .configs(topic.settings());
            try {
                await(admin.createTopics(List.of(created)).all(), "create topic " + topic.name());
            } catch (LedgerException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another process may have been faster
                    throw e;
                }
            }
        }
    }

    private void checkPartitions(Collection<Ledger.Topic> topics) {
        List<String> names = topics.stream().map(Ledger.Topic::name).toList();
        Map<String, TopicDescription> found = awaitKnown(() -> admin.describeTopics(names).allTopicNames(),
                "describe topics");
        found.forEach((name, topic) -> {
            if (topic.partitions().size() != ledger.partitions()) {
                throw new LedgerException(
                        ("topic %s has %d partitions, the ledger needs %d: set ledger.partitions to that, "
                                + "or start a new ledger under another ledger.name").formatted(name,
                                        topic.partitions().size(),
                                        ledger.partitions()));
            }
        });
    }

    private List<String> complaints() {
        List<ConfigResource> resources = ledger.topics()
                .stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        Map<ConfigResource, Config> found = awaitKnown(() -> admin.describeConfigs(resources).all(),
                "describe topic settings");
        var complaints = new ArrayList<String>();
        for (Ledger.Topic topic : ledger.topics()) {
            Config config = found.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            topic.settings().forEach((key, expected) -> {
                String actual = config == null || config.get(key) == null ? "unset" : config.get(key).value();
                if (!expected.equals(actual)) {
                    complaints.add("topic %s has %s=%s, expected %s".formatted(topic.name(), key, actual, expected));
                }
            });
        }
        return complaints.stream().sorted().toList();
    }

    /** A topic just created takes a moment to be known to every broker. */
    private static <T> T awaitKnown(Supplier<KafkaFuture<T>> question, String what) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_S);
        while (true) {
            try {
                return await(question.get(), what);
            } catch (LedgerException e) {
                boolean unknownYet = e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!unknownYet || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_NS);
            }
        }
    }

    private static <T> T await(KafkaFuture<T> future, String what) {
        try {
            return future.get(TIMEOUT_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new LedgerException("cannot %s: %s".formatted(what, e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new LedgerException("cannot %s: no answer within %d s".formatted(what, TIMEOUT_S), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("interrupted while waiting to " + what, e);
        }
    }
}
