package dev.tallystone.tallystone.config;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Pattern;

/** Which of Kafka's properties a user may set: all but those on which exactly-once rests. */
final class KafkaKeys {

    private static final String LEDGER = "it follows from ledger.name";
    private static final String SLOT = "it follows from ledger.name and meter.slot";
    private static final String OFFSETS = "offsets are committed with the counts, in one transaction";
    private static final String RETURN = "where reading begins follows from the ledger and meter.start_at";
    private static final String GROUP = "all meters of a ledger must share partitions in one way";
    private static final String TAKEOVER = "it decides when another meter may take over, and belongs to the others";
    private static final String SIZE = "what one transaction holds is bounded";

    private static final String BY_PROVIDER = "name it as ${file:/run/secrets/kafka:password}, with config.providers: "
            + "file and config.providers.file.class: org.apache.kafka.common.config.provider.FileConfigProvider";
    private static final Pattern SECRET_IN_JAAS = Pattern
            .compile("(?i)(password|secret)\\s*=\\s*\"?(?!\\$\\{)[^\"\\s;]");

    /** What meters and monitors decide themselves, with the reason. */
    private static final Map<String, String> NOT_TO_CHANGE = Map.ofEntries(
            entry("acks", "a commit holds only when all replicas have it"),
            entry("enable.idempotence", "transactions need it"),
            entry("isolation.level", "only what was committed may be read"),
            entry("enable.auto.commit", OFFSETS), entry("auto.commit.interval.ms", OFFSETS),
            entry("auto.offset.reset", RETURN), entry("group.id", LEDGER), entry("group.instance.id", SLOT),
            entry("transactional.id", SLOT), entry("group.protocol", GROUP),
            entry("partition.assignment.strategy", GROUP), entry("transaction.timeout.ms", TAKEOVER),
            entry("delivery.timeout.ms", TAKEOVER), entry("max.block.ms", TAKEOVER),
            entry("session.timeout.ms", TAKEOVER), entry("heartbeat.interval.ms", TAKEOVER),
            entry("max.poll.interval.ms", TAKEOVER), entry("max.poll.records", SIZE),
            entry("max.request.size", SIZE), entry("linger.ms", "meter.commit_interval says how long to gather"),
            entry("compression.type", "a ledger is written with lz4"));

    private KafkaKeys() {}

    /**
     * Gives back what it was given.
     *
     * @throws IllegalArgumentException
     *             naming the first property, by name, that may not be set or that holds a secret
     */
    static Map<String, String> judged(Map<String, String> kafka) {
        kafka.keySet().stream().filter(NOT_TO_CHANGE::containsKey).sorted().findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("kafka.%s cannot be set: %s".formatted(key, NOT_TO_CHANGE.get(key)));
        });
        kafka.entrySet()
                .stream()
                .filter(KafkaKeys::isSecret)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .ifPresent(
                        key -> {
                            throw new IllegalArgumentException(
                                    "kafka.%s holds a secret, which must not stand here: %s".formatted(key,
                                            BY_PROVIDER));
                        });
        return kafka;
    }

    private static boolean isSecret(Map.Entry<String, String> property) {
        String key = property.getKey();
        return key.endsWith("sasl.jaas.config")
                ? SECRET_IN_JAAS.matcher(property.getValue()).find()
                : (key.endsWith(".password") || key.equals("ssl.keystore.key")) && !property.getValue().contains("${");
    }
}
