package dev.tallystone.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One meter as users run it: a process of its own, which can be killed. */
final class MeterProcess implements AutoCloseable {

    private static final int STOP_TIMEOUT_S = 20;

    private final Process process;

    private MeterProcess(Process process) {
        this.process = process;
    }

    /** Starts without waiting. What it logs goes to {@code <slot>.log} in {@code directory}. */
    static MeterProcess start(String slot, String bootstrapServers, int partitions, Path directory) throws IOException {
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "dev.tallystone.tallystone.Main", "--set", "roles=[meter]", "--set", "http.port=0", "--set",
                "kafka.bootstrap.servers=" + bootstrapServers, "--set", "ledger.partitions=" + partitions, "--set",
                "ledger.replication=1", "--set", "meter.slot=" + slot, "--set", "meter.commit_interval=100ms");
        return new MeterProcess(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve(slot + ".log").toFile()))
                .start());
    }

    /** SIGKILL: no last commit, no farewell. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
