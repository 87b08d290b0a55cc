package dev.tallystone.loadgen;

import static picocli.CommandLine.Help.Visibility.NEVER;

import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerException;
import dev.tallystone.ledger.LedgerTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options that say where records go. Filled by picocli before a command runs. */
final class Destination {

    private static final Logger LOG = LoggerFactory.getLogger(Destination.class);
    private static final String LOCAL = "localhost:9092";
    private static final String BROKERS = "Kafka brokers to begin with, separated by commas.";
    private static final String CREATE = "First create this topic and those of the ledger 'tallystone', "
            + "as a meter needs them; those that exist are checked.";
    private static final String PARTITIONS = "Of every topic, fixed for the ledger's life. Only with --create-topics.";
    private static final String LEDGER = "tallystone";
    private static final short BROKERS_CHOICE = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", defaultValue = LOCAL, description = BROKERS)
    private String bootstrapServers = "";

    @Option(names = "--topic", paramLabel = "NAME", defaultValue = "invocations", description = "Of invocation logs.")
    private String topic = "";

    @Option(names = "--create-topics", description = CREATE, showDefaultValue = NEVER)
    private boolean createTopics;

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "12", description = PARTITIONS)
    private int partitions;

    Map<String, String> kafka() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    String topic() {
        return topic;
    }

    /**
     * Leaves a topic that can be written to. Belongs before anything is sent: a producer that meets a topic still being
     * created may lose its sequence, and one without a topic waits for a minute before it says so.
     */
    void prepare() {
        Ledger ledger = ledger();
        try (Admin admin = Admin.create(Map.copyOf(kafka()))) {
            if (createTopics) {
                new LedgerTopics(admin, ledger).createOrCheck().forEach(LOG::warn);
            } else {
                requireTopic(admin);
            }
        }
    }

    private void requireTopic(Admin admin) {
        var options = new DescribeTopicsOptions().timeoutMs((int) PATIENCE.toMillis());
        try {
            admin.describeTopics(List.of(topic), options)
                    .allTopicNames()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UnknownTopicOrPartitionException
                    ? new LedgerException(
                            "there is no topic '%s' at %s: create it with --create-topics".formatted(topic,
                                    bootstrapServers))
                    : new LedgerException("cannot reach topic '%s' at %s: %s".formatted(topic, bootstrapServers,
                            e.getCause()), e.getCause());
        }
    }

    private Ledger ledger() {
        try {
            return new Ledger(LEDGER, topic, partitions, BROKERS_CHOICE);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--partitions", String.valueOf(e.getMessage()), e);
        }
    }
}
