package dev.tallystone.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topics of a ledger on a real broker. */
class LedgerTopicsIT {

    @TempDir
    private static Path directory;
    private static EmbeddedBroker broker;
    private static Admin admin;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        admin = admin();
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        broker.close();
    }

    @Test
    void createsEveryTopicWithItsPartitionsAndSettings() throws Exception {
        List<String> complaints = topics("fresh", 5).createOrCheck();

        assertThat(complaints).isEmpty();
        Map<String, TopicDescription> found = admin
                .describeTopics(List.of("fresh-in", "fresh.tallies", "fresh.ids", "fresh.dead-letters"))
                .allTopicNames()
                .get(10, TimeUnit.SECONDS);
        assertThat(found.values()).hasSize(4).allSatisfy(topic -> assertThat(topic.partitions()).hasSize(5));
        assertThat(setting("fresh-in", "retention.ms")).isEqualTo("604800000");
        assertThat(setting("fresh-in", "message.timestamp.type")).isEqualTo("LogAppendTime");
        assertThat(setting("fresh.tallies", "retention.ms")).isEqualTo("3456000000");
        assertThat(setting("fresh.tallies", "cleanup.policy")).isEqualTo("delete");
        assertThat(setting("fresh.ids", "max.message.bytes")).isEqualTo("4194304");
        assertThat(setting("fresh.dead-letters", "retention.ms")).isEqualTo("2592000000");
    }

    @Test
    void isQuietTheSecondTime() {
        topics("again", 3).createOrCheck();

        assertThat(topics("again", 3).createOrCheck()).isEmpty();
    }

    @Test
    void leavesTheReplicationToTheBrokersWhenNoneIsStated() throws Exception {
        new LedgerTopics(admin, new Ledger("default", "default-in", 2, (short) -1)).createOrCheck();

        assertThat(describe("default.tallies").partitions()).hasSize(2)
                .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(1));
    }

    @Test
    void complainsAboutSettingsOfSomebodyElseButLeavesThem() throws Exception {
        create("foreign-in", 3, Map.of("retention.ms", "86400000", "message.timestamp.type", "CreateTime"));

        List<String> complaints = topics("foreign", 3).createOrCheck();

        assertThat(complaints).contains("topic foreign-in has retention.ms=86400000, expected 604800000",
                "topic foreign-in has message.timestamp.type=CreateTime, expected LogAppendTime")
                .allSatisfy(complaint -> assertThat(complaint).contains("foreign-in"));
        assertThat(setting("foreign-in", "retention.ms")).isEqualTo("86400000");
        assertThat(describe("foreign.tallies").partitions()).as("the others are created").hasSize(3);
    }

    @Test
    void refusesAnotherNumberOfPartitionsWithBothNumbers() throws Exception {
        create("other-in", 7, Map.of());

        assertThatThrownBy(() -> topics("other", 4).createOrCheck()).isInstanceOf(LedgerException.class)
                .hasMessageContaining("other-in has 7 partitions")
                .hasMessageContaining("needs 4")
                .hasMessageContaining("ledger.partitions");
    }

    @Test
    void createsNothingWhenTheLedgerIsRefused() throws Exception {
        create("refused-in", 7, Map.of());

        assertThatThrownBy(() -> topics("refused", 4).createOrCheck()).isInstanceOf(LedgerException.class);

        assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).doesNotContain("refused.tallies",
                "refused.ids", "refused.dead-letters");
    }

    @Test
    void saysWhyATopicCannotBeCreated() {
        var ledger = new LedgerTopics(admin, new Ledger("three", "three-in", 2, (short) 3));

        assertThatThrownBy(ledger::createOrCheck).isInstanceOf(LedgerException.class)
                .hasMessageContaining("three-in")
                .hasMessageContaining("eplication");
    }

    @Test
    void letsSeveralProcessesStartAtOnce() throws Exception {
        var ready = new CountDownLatch(4);
        Set<List<String>> complaints = new HashSet<>();
        try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> calls = IntStream.range(0, 4)
                    .mapToObj(_ -> processes.submit(() -> {
                        try (Admin own = admin()) {
                            ready.countDown();
                            ready.await();
                            return new LedgerTopics(own, ledger("crowd", 6)).createOrCheck();
                        }
                    }))
                    .toList();
            for (Future<List<String>> call : calls) {
                complaints.add(call.get(60, TimeUnit.SECONDS));
            }
        }

        assertThat(complaints).containsExactly(List.of());
        assertThat(describe("crowd.ids").partitions()).hasSize(6);
    }

    private static LedgerTopics topics(String name, int partitions) {
        return new LedgerTopics(admin, ledger(name, partitions));
    }

    private static Ledger ledger(String name, int partitions) {
        return new Ledger(name, name + "-in", partitions, (short) 1);
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void create(String topic, int partitions, Map<String, String> settings) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
                .all()
                .get(10, TimeUnit.SECONDS);
    }

    private static TopicDescription describe(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(10, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next();
    }

    private static String setting(String topic, String key) throws Exception {
        return admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, topic)))
                .all()
                .get(10, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next()
                .get(key)
                .value();
    }
}
