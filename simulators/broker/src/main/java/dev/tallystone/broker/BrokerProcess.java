package dev.tallystone.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A broker in a process of its own, which ends when its parent does. It ignores Ctrl-C, so that the parent can still
 * write to it while it shuts down.
 */
public final class BrokerProcess implements AutoCloseable {

    private static final int STOP_TIMEOUT_S = 5;

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts with an empty log in {@code directory} and waits until it answers. What it prints goes to a file there.
     */
    public static BrokerProcess start(Path directory) {
        try {
            Files.createDirectories(directory);
            Process process = new ProcessBuilder("sh", "-c", "trap '' INT; exec \"$0\" \"$@\"",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
                    "-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dlogback.configurationFile=dev/tallystone/broker/logback.xml", "-cp",
                    System.getProperty("java.class.path"),
                    BrokerProcess.class.getName(), directory.resolve("log").toString())
                    .redirectError(directory.resolve("broker.txt").toFile())
                    .start();
            return new BrokerProcess(process, address(process, directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a broker in " + directory, e);
        }
    }

    private static String address(Process process, Path directory) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("listening ")) {
                return line.substring("listening ".length());
            }
        }
        throw new IOException("the broker ended; see " + directory.resolve("broker.txt"));
    }

    /** For the clients' {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The process's id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // its end of input is its order to stop
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** The child: a broker until its input ends. */
    public static void main(String[] arguments) throws IOException {
        try (var broker = EmbeddedBroker.start(Path.of(arguments[0]))) {
            System.out.println("listening " + broker.bootstrapServers());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream()); // until the parent closes it, or is gone
        }
    }
}
