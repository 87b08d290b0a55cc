package dev.tallystone.benchmark;

import dev.tallystone.benchmark.Contender.Task;
import dev.tallystone.benchmark.ContenderProcess.Result;
import dev.tallystone.broker.BrokerProcess;
import dev.tallystone.ledger.Ledger;
import dev.tallystone.ledger.LedgerTopics;
import dev.tallystone.loadgen.Balance;
import dev.tallystone.workload.ExpectedTotals;
import dev.tallystone.workload.LogRecord;
import dev.tallystone.workload.Scenario;
import dev.tallystone.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** {@code mvn -Pbenchmark}: raw poll and whole meter in turns, over one topic; ends with 1 when a sum is wrong. */
public final class Benchmark {

    private static final String TOPIC = "invocations";
    private static final int PARTITIONS = 4;
    private static final double EVENTS_PER_SECOND = 20_000;
    private static final Duration READ_BACK = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final Path log;
    private final ExpectedTotals expected = new ExpectedTotals();

    private Benchmark(String bootstrapServers, Path log) {
        this.bootstrapServers = bootstrapServers;
        this.log = log;
    }

    /** Arguments: a directory, the number of records, the number of rounds. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // the same figures, whoever reads them
        Path directory = Path.of(arguments[0], "benchmark-" + ProcessHandle.current().pid());
        System.setProperty("logback.configurationFile", "dev/tallystone/benchmark/logback.xml");
        try (var broker = BrokerProcess.start(directory.resolve("broker"))) {
            var benchmark = new Benchmark(broker.bootstrapServers(), directory.resolve("contenders.log"));
            benchmark.fill(Long.parseLong(arguments[1]));
            boolean right = benchmark.run(Integer.parseInt(arguments[2]));
            Runtime.getRuntime().exit(right ? 0 : 1);
        }
    }

    private void fill(long records) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            new LedgerTopics(admin, ledger(0)).createOrCheck();
        }
        var workload = new Workload(Scenario.named("lively"), 1, Instant.now(), Duration.ofMinutes(10),
                EVENTS_PER_SECOND);
        Map<String, Object> properties = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4", ProducerConfig.LINGER_MS_CONFIG, 20,
                ProducerConfig.BATCH_SIZE_CONFIG, 1 << 18);
        long bytes = 0;
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (long step = 0; expected.sent() < records; step++) {
                for (LogRecord record : workload.step(step)) {
                    expected.sent(record);
                    bytes += record.value().length;
                    var _ = producer.send(new ProducerRecord<>(TOPIC, record.key(), record.value()));
                }
            }
        }
        System.out.printf("%,d records of %,d bytes on average, %d partitions, lz4%n", expected.sent(),
                bytes / expected.sent(), PARTITIONS);
    }

    private static Ledger ledger(int round) {
        return new Ledger("bench" + round, TOPIC, PARTITIONS, (short) 1);
    }

    private boolean run(int rounds) {
        var polls = new ArrayList<Result>();
        var meters = new ArrayList<Result>();
        boolean right = true;
        for (int round = 1; round <= rounds; round++) {
            polls.add(ContenderProcess.run("poll", task(round), log));
            meters.add(ContenderProcess.run("meter", task(round), log));
            right &= isRight(round);
            System.out.printf("round %d: poll %,.0f/s, meter %,.0f/s, ratio %.2f%n", round,
                    polls.getLast().recordsPerSecond(), meters.getLast().recordsPerSecond(),
                    meters.getLast().recordsPerSecond() / polls.getLast().recordsPerSecond());
        }
        print("raw poll", polls);
        print("whole meter", meters);
        System.out.printf("ratio of medians %.2f; sums %s%n", median(meters, Result::recordsPerSecond)
                / median(polls, Result::recordsPerSecond), right ? "equal in every round" : "WRONG");
        return right;
    }

    private Task task(int round) {
        return new Task(bootstrapServers, TOPIC, PARTITIONS, expected.sent(), ledger(round).name());
    }

    private boolean isRight(int round) {
        try (var balance = new Balance(bootstrapServers, ledger(round))) {
            balance.awaitAnswered(expected.sent(), READ_BACK);
            balance.differences(expected).forEach(line -> System.out.println("  " + line));
            return balance.differences(expected).isEmpty();
        }
    }

    private static void print(String name, List<Result> results) {
        System.out.printf("%-12s median %,9.0f records/s, %.2f CPU s per million, %,.0f bytes allocated a record%n",
                name,
                median(results, Result::recordsPerSecond), median(results, Result::cpuSecondsPerMillion),
                median(results, Result::bytesPerRecord));
    }

    private static double median(List<Result> results, ToDoubleFunction<Result> figure) {
        double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
