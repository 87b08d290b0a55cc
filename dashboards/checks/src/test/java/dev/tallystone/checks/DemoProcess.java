package dev.tallystone.checks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo as its users start it: a process with its own broker, a made-up company and Tallystone. */
final class DemoProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    private final Server server;
    private final int port;

    private DemoProcess(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Ends by itself after {@code duration}, should this test be killed. */
    static DemoProcess start(Path directory, Duration day, Duration duration) {
        var server = Server.start(directory.resolve("demo.log"), List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED", "-Ddemo.directory=" + directory, "-Ddemo.port=0",
                "-Ddemo.rate=120", "-Ddemo.agreement=9", "-Ddemo.day=%ds".formatted(day.toSeconds()),
                "-Ddemo.duration=%ds".formatted(duration.toSeconds()), "-cp", System.getProperty("java.class.path"),
                "dev.tallystone.demo.Demo"));
        try {
            server.await("telling its address", START, () -> ADDRESS.matcher(server.output()).find());
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
        Matcher address = ADDRESS.matcher(server.output());
        if (!address.find()) {
            throw new AssertionError("the address is gone from the demo's output");
        }
        return new DemoProcess(server, Integer.parseInt(address.group(1)));
    }

    int port() {
        return port;
    }

    String metrics() {
        return Server.get("http://127.0.0.1:%d/metrics".formatted(port)).body();
    }

    /** Waits for a condition while the demo runs. */
    void await(String what, Duration patience, Supplier<Boolean> condition) {
        server.await(what, patience, condition);
    }

    @Override
    public void close() {
        server.close();
    }
}
