package dev.tallystone.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.tallystone.benchmark.Contender.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs one contender in a JVM of its own, and measures it from within, from its first record to its last. Each reads
 * the whole topic twice before, unmeasured: a meter runs for weeks, and its compiler's first seconds are not its speed.
 */
final class ContenderProcess {

    private static final int WARM_UPS = 2;
    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    private ContenderProcess() {}

    /**
     * What one round measured.
     *
     * @param recordsPerSecond
     *            between the first record seen and the last
     * @param cpuSecondsPerMillion
     *            of the whole process, in the same time
     * @param bytesPerRecord
     *            allocated by all threads, in the same time
     */
    record Result(double recordsPerSecond, double cpuSecondsPerMillion, double bytesPerRecord) {}

    /** Times what it hears. */
    private static final class Stopwatch implements Contender.Progress {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory
                .getOperatingSystemMXBean();
        private long firstRecords;
        private long firstNanos;
        private long firstCpu;
        private long firstBytes;
        private long records;
        private long nanos;
        private long cpu;
        private long bytes;

        @Override
        public void records(long count) {
            if (count == 0 || count == records) {
                return;
            }
            records = count;
            nanos = System.nanoTime();
            cpu = system.getProcessCpuTime();
            bytes = threads.getTotalThreadAllocatedBytes();
            if (firstRecords == 0) {
                firstRecords = records;
                firstNanos = nanos;
                firstCpu = cpu;
                firstBytes = bytes;
            }
        }

        Result result() {
            double timed = records - (double) firstRecords;
            return new Result(timed * NANOS / (nanos - firstNanos), (cpu - firstCpu) / NANOS * MILLION / timed,
                    (bytes - firstBytes) / timed);
        }
    }

    static Result run(String contender, Task task, Path log) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g", "-XX:+UseParallelGC", "-XX:+IgnoreUnrecognizedVMOptions",
                    "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
                    "-Dlogback.configurationFile=dev/tallystone/benchmark/logback.xml", "-cp",
                    System.getProperty("java.class.path"), ContenderProcess.class.getName(), contender,
                    task.bootstrapServers(), task.topic(), Integer.toString(task.partitions()),
                    Long.toString(task.records()), task.ledger())
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("%s failed; see %s".formatted(contender, log));
            }
            List<String> figures = List.of(out.strip().split(" "));
            return new Result(Double.parseDouble(figures.get(0)), Double.parseDouble(figures.get(1)),
                    Double.parseDouble(figures.get(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The child: prints its three figures. */
    public static void main(String[] arguments) throws InterruptedException {
        Contender contender = arguments[0].equals("meter") ? new WholeMeter() : new RawPoll();
        var task = new Task(arguments[1], arguments[2], Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]),
                arguments[5]);
        for (int pass = 1; pass <= WARM_UPS; pass++) {
            contender.read(task.asWarmUp(pass), _ -> {});
        }
        var stopwatch = new Stopwatch();
        contender.read(task, stopwatch);
        Result result = stopwatch.result();
        System.out.println(
                result.recordsPerSecond() + " " + result.cpuSecondsPerMillion() + " " + result.bytesPerRecord());
    }
}
