package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process tells of its Kafka clients and of its meter. */
@Timeout(120)
class KafkaMetricsIT {

    private static final String SENT = "kafka_producer_records_sent_total{client_id=\"%s-meter-a-producer\"}";
    private static final String REOPENINGS = "tallystone_meter_reopenings_total";
    private static final String FOLDED = "tallystone_meter_folded_texts_total";
    private static final String MISPLACED = "tallystone_meter_misplaced_records_total";

    @TempDir
    private static Path directory;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void namesEachClientByItsRoleAndSlot() {
        try (var process = start("named", "[meter, monitor]")) {
            Traffic.send(broker.bootstrapServers());
            Wait.until("ready", process::isReady);

            Scrape scrape = process.scrape();

            assertThat(scrape.series(KafkaMetricsIT::isOfKafka)).contains(
                    "kafka_consumer_records_consumed_total{client_id=\"named-meter-a-consumer\"}",
                    "kafka_consumer_records_consumed_total{client_id=\"named-meter-a-restore\"}",
                    "kafka_consumer_records_consumed_total{client_id=\"named-monitor-consumer\"}",
                    "kafka_consumer_records_lag_max{client_id=\"named-meter-a-consumer\"}",
                    "kafka_consumer_records_lag_max{client_id=\"named-monitor-consumer\"}",
                    "kafka_consumer_fetch_latency_avg_seconds{client_id=\"named-monitor-consumer\"}",
                    "kafka_consumer_rebalances_total{client_id=\"named-meter-a-consumer\"}",
                    "kafka_producer_record_errors_total{client_id=\"named-meter-a-producer\"}",
                    "kafka_producer_txn_commit_seconds_total{client_id=\"named-meter-a-producer\"}",
                    SENT.formatted("named"));
            assertThat(scrape.value(SENT.formatted("named"))).isPositive();
        }
    }

    @Test
    void showsTheNewProducerUnderTheSameSeriesOnceTheMeterHasReadItselfBack() {
        try (var process = start("reopened", "[meter, monitor]")) {
            Traffic.send(broker.bootstrapServers());
            Wait.until("ready", process::isReady);
            Set<String> before = process.scrape().series(KafkaMetricsIT::isOfKafka);

            fence("reopened-meter-a");
            Traffic.send(broker.bootstrapServers());
            Wait.until("reopened", () -> process.scrape().value(REOPENINGS) == 1 && process.isReady());
            Scrape after = process.scrape();

            assertThat(after.series(KafkaMetricsIT::isOfKafka)).isEqualTo(before);
            Traffic.send(broker.bootstrapServers());
            Wait.until("the shown producer sends more",
                    () -> process.scrape().value(SENT.formatted("reopened")) > after.value(SENT.formatted("reopened")));
            assertThat(process.failures()).isEmpty();
        }
    }

    @Test
    void showsOfAMeterAloneOnlyTheMeter() {
        try (var process = start("alone", "[meter]")) {
            Wait.until("counting", () -> process.scrape().value("tallystone_meter_open_partitions") == 2);

            Scrape scrape = process.scrape();

            assertThat(scrape.value("tallystone_meter_assigned_partitions")).isEqualTo(2);
            assertThat(scrape.value("tallystone_meter_commits_total")).isPositive();
            assertThat(scrape.series(series -> series.startsWith("tallystone_stale"))).as("a monitor's").isEmpty();
            assertThat(scrape.series(series -> series.contains("monitor-consumer"))).isEmpty();
        }
    }

    @Test
    void countsTheTextsThatFoundNoRoomAndTheRecordsThatWereMisplaced() {
        try (var process = start("bounded", "[meter]", "ledger.invocations", "invocations-bounded");
                var traffic = new Traffic(broker.bootstrapServers(), "invocations-bounded")) {
            Wait.until("counting", () -> process.scrape().value("tallystone_meter_open_partitions") == 2);
            assertThat(process.scrape().value(FOLDED)).isZero();
            assertThat(process.scrape().value(MISPLACED)).isZero();

            for (int region = 0; region < 1_000; region++) {
                traffic.call(region);
            }
            traffic.misplacedCall(0, 2);
            traffic.misplacedCall(1, 2);

            Wait.until("misplaced ones", () -> process.scrape().value(MISPLACED) == 2);
            // a partition has room for 100, and for 100 again after its day's first commit
            Wait.until("folded ones", () -> process.scrape().value(FOLDED) >= 600);
            assertThat(process.scrape().value(FOLDED)).isLessThanOrEqualTo(800);
        }
    }

    private static boolean isOfKafka(String series) {
        return series.startsWith("kafka_");
    }

    private static RunningProcess start(String ledger, String roles) {
        return start(ledger, roles, "ledger.invocations", "invocations");
    }

    private static RunningProcess start(String ledger, String roles, String key, String value) {
        return new RunningProcess(broker.bootstrapServers(), Clock.systemUTC(),
                Map.of("roles", roles, "ledger.name", ledger, "meter.slot", "a", key, value));
    }

    /** Takes over the writer's name, as a second meter of the slot would, so that the next commit must fail. */
    private static void fence(String writer) {
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG, writer);
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
        }
    }
}
