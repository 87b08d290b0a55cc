package dev.tallystone.loadgen;

import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerException;
import dev.tallystone.ledger.LedgerTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options that say where records go. Filled by picocli before a command runs. */
final class Destination {

    private static final Logger LOG = LoggerFactory.getLogger(Destination.class);
    /** A flag that a file has set can be unset: with {@code =false}. */
    static final String FLAG = "true|false";
    private static final String LOCAL = "localhost:9092";
    private static final String BROKERS = "Kafka brokers to begin with, separated by commas.";
    private static final String CREATE = "First create this topic and those of the ledger 'tallystone', "
            + "as a meter needs them; those that exist are checked.";
    private static final String PARTITIONS = "Of every topic, fixed for the ledger's life. Only with --create-topics.";
    private static final String LEDGER = "tallystone";
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final short BROKERS_CHOICE = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", defaultValue = LOCAL, description = BROKERS)
    private String bootstrapServers = "";

    @Option(names = "--topic", paramLabel = "NAME", defaultValue = "invocations", description = "Of invocation logs.")
    private String topic = "";

    @Option(names = "--create-topics", arity = "0..1", fallbackValue = "true", defaultValue = "false", //
            paramLabel = FLAG, description = CREATE)
    private boolean createTopics;

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "12", description = PARTITIONS)
    private int partitions;

    private final Supplier<Map<String, String>> properties;

    /** Further properties of Kafka's clients are asked for when a command runs. */
    Destination(Supplier<Map<String, String>> properties) {
        this.properties = properties;
    }

    Map<String, String> kafka() {
        var kafka = new HashMap<>(properties.get());
        kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return kafka;
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

    /** Refuses what cannot be, without asking Kafka. */
    void check() {
        ledger();
        for (String server : bootstrapServers.split(",", -1)) {
            if (Utils.getHost(server.strip()) == null || Utils.getPort(server.strip()) == null) {
                throw new UsageException("--bootstrap-servers",
                        "'%s' is no broker: write host:port".formatted(server), null);
            }
        }
    }

    /** What topics must be like; refuses what they cannot be. */
    private Ledger ledger() {
        if (!TOPIC.matcher(topic).matches()) {
            throw new UsageException("--topic",
                    "'%s' is no topic: write 1 to 249 letters, digits, '.', '_' or '-'".formatted(topic), null);
        }
        try {
            return new Ledger(LEDGER, topic, partitions, BROKERS_CHOICE);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--partitions", String.valueOf(e.getMessage()), e);
        }
    }
}
