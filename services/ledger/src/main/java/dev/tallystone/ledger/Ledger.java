package dev.tallystone.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The names and settings of one ledger's topics. All but {@code invocations} carry the ledger's name: counting again
 * after a decoder's bug is a second ledger beside the first, then a switch, never a reset in place.
 *
 * @param name
 *            prefix of topics, group and transactional ids
 * @param invocations
 *            the topic of log records, keyed by request id
 * @param partitions
 *            of every topic, fixed for the ledger's life
 * @param replication
 *            copies of each partition; −1 leaves it to the brokers
 */
public record Ledger(String name, String invocations, int partitions, short replication) {

    /** Records of {@code invocations} have at most this size. */
    public static final int MAX_RECORD_BYTES = 1 << 20;

    /** A topic as it must be. */
    public record Topic(String name, Map<String, String> settings) {

        public Topic {
            settings = Map.copyOf(settings);
        }
    }

    public Ledger {
        if (!name.matches("[a-zA-Z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("a ledger's name is part of topic names, so not '%s'".formatted(name));
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("a ledger has at least one partition, not " + partitions);
        }
    }

    /** One record for each commit and partition: rows and receipt. */
    public String tallies() {
        return name + ".tallies";
    }

    /** What has been counted, so that copies are recognised after a restart. */
    public String ids() {
        return name + ".ids";
    }

    /** What could not be counted, and why. */
    public String deadLetters() {
        return name + ".dead-letters";
    }

    /** The consumer group of the meters. */
    public String meterGroup() {
        return name + "-meter";
    }

    /**
     * The {@code client.id} of a role's client, by which brokers and metrics know it: the same whenever it is opened
     * again. One that the user set becomes its beginning.
     */
    public String clientId(Map<String, String> kafka, String role) {
        String theirs = kafka.get(CommonClientConfigs.CLIENT_ID_CONFIG);
        String ours = name + "-" + role;
        return theirs == null ? ours : theirs + "-" + ours;
    }

    /** All topics as they are created, or must be found. */
    public List<Topic> topics() {
        return List.of(
                new Topic(invocations, Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofDays(7)),
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES + (64 << 10)))),
                derived(tallies(), Duration.ofDays(40)),
                derived(ids(), Duration.ofDays(7)),
                derived(deadLetters(), Duration.ofDays(30)));
    }

    private static Topic derived(String name, Duration retention) {
        return new Topic(name, Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG, millis(retention),
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(4 << 20)));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
