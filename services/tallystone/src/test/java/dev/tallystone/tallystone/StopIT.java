package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process as it is run: it ends when it is told to, even without a broker to say goodbye to. */
class StopIT {

    private static final String NOBODY = "127.0.0.1:1";
    private static final int PATIENCE_S = 60;

    @TempDir
    private Path directory;

    @Test
    void endsAlthoughKafkaCannotBeReached() throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process process = start(output);
        try {
            Wait.until("its address", () -> read(output).contains(" at http://127.0.0.1:"));

            process.toHandle().destroy();

            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(read(output)).as("why it took ten seconds").contains("not all ended in its time");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Path output) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "--set", "kafka.bootstrap.servers=" + NOBODY, "--set", "http.port=0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
