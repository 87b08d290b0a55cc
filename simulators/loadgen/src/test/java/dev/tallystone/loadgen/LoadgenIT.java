package dev.tallystone.loadgen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.broker.EmbeddedBroker;
import dev.tallystone.collector.RecordEnvelope;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator and the command line against a real broker. */
class LoadgenIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PARTITIONS = 3;
    private static final List<String> RECORDS = List.of("{\"requestId\":\"A\",\"timestamp\":\"2020-02-02T10:00:00Z\"}",
            "rubbish", "{ \"timestamp\":\"2020-02-02T10:01:00Z\", \"requestId\":\"B\"}");

    @TempDir
    private static Path directory;
    private static EmbeddedBroker broker;

    @TempDir
    private Path logs;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void sendsAllOfAWorkloadInItsOwnTime() throws InterruptedException {
        createTopics("steady");
        var workload = new Workload(Scenario.named("steady"), 1, Instant.now(), Duration.ofMinutes(1), 200);
        var settings = new LoadSettings(kafka(), "steady", LoadSettings.stepsIn(Duration.ofSeconds(3)));
        var generator = new LoadGenerator(settings, workload, Clock.systemUTC());

        long startNs = System.nanoTime();
        generator.start();
        assertThat(generator.awaitEnd(PATIENCE)).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - startNs)).isBetween(Duration.ofMillis(2_800), PATIENCE);
        assertThat(generator.failure()).isEmpty();
        assertThat(generator.sent().sent()).isEqualTo(generator.sentSoFar()).isPositive();
        assertThat(read("steady")).extracting(ConsumerRecord::key)
                .hasSize((int) generator.sent().sent())
                .containsExactlyInAnyOrderElementsOf(keys(workload, settings.steps()));
    }

    @Test
    void runsFromTheCommandLine() {
        CommandRun run = CommandRun.of("run", "--bootstrap-servers", broker.bootstrapServers(), "--topic", "lively",
                "--create-topics", "--partitions", "3", "--rate", "500", "--day", "1m", "--duration", "1s");

        int sent = read("lively").size();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(sent).isPositive();
        assertThat(run.out()).contains("sent " + sent + " ", "behind by", "counted", "duplicates", "broken");
    }

    @Test
    void replaysAFolderByteForByteAndUnderTheSameKeysTheSecondTime() throws IOException {
        createTopics("replayed");
        Files.writeString(logs.resolve("a.jsonl"), String.join("\n", RECORDS));
        Files.writeString(logs.resolve("notes.txt"), "no log");

        CommandRun first = replay("replayed");
        CommandRun second = replay("replayed", "--source", "cloudwatch");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("files 1  records sent 3  skipped objects 1  problems 0");
        assertThat(second.exitCode()).isZero();
        var twice = new ArrayList<>(RECORDS);
        twice.addAll(RECORDS);
        assertThat(read("replayed")).extracting(sent -> new String(sent.value(), UTF_8))
                .containsExactlyInAnyOrderElementsOf(twice);
        assertThat(read("replayed").stream().map(sent -> sent.key() + " " + sent.partition()).distinct()).hasSize(3);
    }

    @Test
    void marksRecordsWithTheirSource() throws IOException {
        createTopics("marked");
        Files.writeString(logs.resolve("a.jsonl"), RECORDS.getFirst());

        replay("marked");
        replay("marked", "--source", "other");

        assertThat(read("marked"))
                .extracting(sent -> new String(sent.headers().lastHeader("tallystone-source").value(), UTF_8))
                .containsExactly("s3", "other");
    }

    @Test
    void replaysAtAMultipleOfTheRecordsOwnPace() throws IOException {
        createTopics("paced");
        Files.writeString(logs.resolve("a.jsonl"), String.join("\n", RECORDS));

        CommandRun run = replay("paced", "--speed", "20", "--restamp");

        List<Long> appendedMs = read("paced").stream().map(ConsumerRecord::timestamp).sorted().toList();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(appendedMs).hasSize(3);
        assertThat(appendedMs.getLast() - appendedMs.getFirst()).as("a minute at twenty times the pace")
                .isBetween(1_000L, 20_000L);
        assertThat(read("paced")).extracting(sent -> new String(sent.value(), UTF_8))
                .contains("rubbish")
                .doesNotContainAnyElementsOf(List.of(RECORDS.getFirst(), RECORDS.getLast()));
    }

    @Test
    void restampsALogOfHoursAtFullSpeedSoThatItEndsNow() throws IOException {
        createTopics("ended");
        writeHours();

        CommandRun run = replay("ended", "--restamp", "--speed", "max");

        var sent = read("ended");
        List<Instant> happened = sent.stream().flatMap(next -> timestamp(next).stream()).sorted().toList();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(sent).hasSize(9)
                .allSatisfy(next -> assertThat(timestamp(next).orElse(Instant.EPOCH))
                        .isBeforeOrEqualTo(Instant.ofEpochMilli(next.timestamp())));
        assertThat(happened).hasSize(7);
        assertThat(Duration.between(happened.getFirst(), happened.getLast())).isEqualTo(Duration.ofMinutes(6 * 45));
        assertThat(happened.getLast()).isAfter(Instant.now().minus(Duration.ofMinutes(5)));
    }

    /** Seven records over four and a half hours, the newest in the first file and within it, and two without a time. */
    private void writeHours() throws IOException {
        Instant first = Instant.parse("2020-02-02T10:00:00Z");
        List<String> lines = LongStream.range(0, 7)
                .mapToObj(i -> "{\"requestId\":\"%d\",\"timestamp\":\"%s\"}".formatted(i,
                        first.plus(Duration.ofMinutes(45 * i))))
                .toList();
        Files.writeString(logs.resolve("a.jsonl"),
                String.join("\n", lines.get(4), lines.get(6), "rubbish", lines.get(1)));
        Files.writeString(logs.resolve("b.jsonl"), String.join("\n", lines.get(0), lines.get(2), lines.get(5),
                "{\"timestamp\":\"yesterday\"}", lines.get(3)));
    }

    @Test
    void restampsIdsAloneWhereNoRecordTellsATime() throws IOException {
        createTopics("timeless");
        Files.writeString(logs.resolve("a.jsonl"),
                "{\"requestId\":\"A\"}\n{\"requestId\":\"B\",\"timestamp\":\"yesterday\"}");

        CommandRun run = replay("timeless", "--restamp", "--speed", "max");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("no record tells a time").doesNotContain("1970");
        assertThat(read("timeless")).hasSize(2)
                .allSatisfy(next -> assertThat(new String(next.value(), UTF_8)).doesNotContain("\"A\"", "\"B\""))
                .anySatisfy(next -> assertThat(new String(next.value(), UTF_8)).contains("\"yesterday\""));
    }

    private static Optional<Instant> timestamp(ConsumerRecord<String, byte[]> sent) {
        return RecordEnvelope.of(sent.value()).timestamp().flatMap(RecordPace::instant);
    }

    @Test
    void reportsDamagedFilesAndSendsTheRest() throws IOException {
        createTopics("damaged");
        Files.write(logs.resolve("a.json.gz"), new byte[]{0x1f, (byte) 0x8b, 8, 0});
        Files.writeString(logs.resolve("b.json"), "{}");

        CommandRun run = replay("damaged");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("files 2  records sent 1  skipped objects 0  problems 1",
                "a.json.gz: TRUNCATED_FILE after 0 records");
    }

    @Test
    void saysHowToGetATopicThatIsMissing() {
        CommandRun run = CommandRun.of("run", "--bootstrap-servers", broker.bootstrapServers(), "--topic", "typo");

        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err()).contains("typo", "--create-topics");
    }

    private CommandRun replay(String topic, String... more) {
        var args = new ArrayList<>(List.of("replay", logs.toString(), "--bootstrap-servers", broker.bootstrapServers(),
                "--topic", topic));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static Map<String, String> kafka() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static void createTopics(String topic) {
        try (var admin = Admin.create(Map.copyOf(kafka()))) {
            new LedgerTopics(admin, new Ledger("tallystone", topic, PARTITIONS, (short) -1)).createOrCheck();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(String topic) {
        return Topic.read(broker.bootstrapServers(), topic, PARTITIONS);
    }

    private static List<String> keys(Workload workload, long steps) {
        return LongStream.range(0, steps).boxed().flatMap(k -> workload.step(k).stream()).map(LogRecord::key).toList();
    }
}
