package dev.tallystone.meter;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.ledger.ClientListener;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.ledger.TallyRecord;
import dev.tallystone.metering.DuplicateFilter;
import dev.tallystone.metering.SliceRanges;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a ledger must say before its partition opens, with one partition and ledgers written by hand. */
class PartitionOpeningIT {

    private static final Duration HORIZON = Duration.ofHours(2);

    @TempDir
    private static Path directory;
    private static EmbeddedBroker broker;
    private static Admin admin;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Ledger ledger = new Ledger("opening", "invocations", 1, (short) 1);

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        broker.close();
    }

    @BeforeEach
    void createTopicsAndListen(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        ledger = new Ledger(name, "invocations-" + name, 1, (short) 1);
        assertThat(new LedgerTopics(admin, ledger).createOrCheck()).isEmpty();
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger().detachAppender(log);
    }

    @Test
    void beginsWhereOnlyAnAbortedRecordStands() {
        write(ledger.tallies(), new byte[]{1}, false);

        assertThat(open()).isInstanceOfSatisfying(PartitionOpening.Opened.Ready.class,
                ready -> assertThat(ready.genesis()).isTrue());
    }

    @Test
    void waitsWhereAnOffsetIsCommittedWithoutAReceipt() throws Exception {
        write(ledger.tallies(), new byte[]{1}, false);
        admin.alterConsumerGroupOffsets(ledger.meterGroup(),
                Map.of(partition(ledger.invocations()), new OffsetAndMetadata(5))).all().get(20, TimeUnit.SECONDS);

        assertThat(open()).isInstanceOfSatisfying(PartitionOpening.Opened.NotYet.class,
                wait -> assertThat(wait.reason()).contains("offset 5 is committed", "from 0 to 2"));
    }

    @Test
    void waitsWhereReceiptsMayHaveBeenDeleted() throws Exception {
        write(ledger.tallies(), new byte[]{1}, false);
        deleteBefore(ledger.tallies(), 1);

        assertThat(open()).isInstanceOfSatisfying(PartitionOpening.Opened.NotYet.class,
                wait -> assertThat(wait.reason()).contains("no offset is committed", "from 1 to 2"));
    }

    @Test
    void warnsOfIdsThatWereDeletedTooEarly() throws Exception {
        write(ledger.ids(), new byte[]{1}, true);
        write(ledger.tallies(), receipt(HORIZON), true);
        deleteBefore(ledger.ids(), 2);

        assertThat(open()).isInstanceOf(PartitionOpening.Opened.Ready.class);

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("kept from offset 2", "ids from 0 on may matter");
    }

    @Test
    void isSilentWhenAllSlicesOfDeletedIdsAreClosed() throws Exception {
        write(ledger.ids(), new byte[]{1}, true);
        write(ledger.tallies(), receipt(HORIZON.plusMillis(1)), true);
        deleteBefore(ledger.ids(), 2);

        assertThat(open()).isInstanceOf(PartitionOpening.Opened.Ready.class);

        assertThat(log.list).isEmpty();
    }

    private PartitionOpening.Opened open() {
        var settings = new MeterSettings(Map.of("bootstrap.servers", broker.bootstrapServers()), ledger, "a",
                MeterSettings.StartAt.EARLIEST, Duration.ofMillis(200), HORIZON, 1_000, List.of());
        var clients = new MeterClients(settings, ClientListener.NONE);
        try (var group = clients.consumer(); var restore = clients.restoreConsumer()) {
            return new PartitionOpening(settings, group, new PartitionTail(admin, restore))
                    .open(partition(ledger.invocations()));
        }
    }

    /** Of an idle partition, which has been so for as long as this. */
    private byte[] receipt(Duration idle) {
        var state = new PartitionState(partition(ledger.invocations()), 1, 0,
                new DuplicateFilter(HORIZON, new SliceRanges()));
        return TallyRecord.encode(state.receipt("writer", "digest", idle.toMillis()), List.of()).getFirst();
    }

    /** Takes two offsets: one for the record, and one for the marker. */
    private static void write(String topic, byte[] value, boolean commit) {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, "by-hand");
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(topic, 0, null, value));
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static void deleteBefore(String topic, long offset) throws Exception {
        admin.deleteRecords(Map.of(partition(topic), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get(20, TimeUnit.SECONDS);
    }

    private static TopicPartition partition(String topic) {
        return new TopicPartition(topic, 0);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(PartitionOpening.class);
    }
}
