package dev.tallystone.demo;

import dev.tallystone.tallystone.config.Durations;
import dev.tallystone.workload.Scenario;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@code -Ddemo.…} says.
 *
 * @param rate
 *            mean events a second over a simulated day
 * @param day
 *            how long a simulated day lasts
 * @param duration
 *            absent: until Ctrl-C
 * @param port
 *            of the page; 0 takes a free one
 * @param agreement
 *            percent off the list by an example agreement; absent: every figure is at list
 */
record DemoSettings(Scenario scenario, double rate, Duration day, Optional<Duration> duration, int port, long seed,
        Optional<String> agreement, Path directory) {

    private static final int USUAL_PORT = 8080;

    /** Reads system properties; what is wrong is an IllegalArgumentException that says so. */
    static DemoSettings ofProperties() {
        String duration = System.getProperty("demo.duration", "");
        return new DemoSettings(Scenario.named(System.getProperty("demo.scenario", "lively")),
                number("demo.rate", "120"), Durations.parse("demo.day", System.getProperty("demo.day", "10m")),
                duration.isEmpty() ? Optional.empty() : Optional.of(Durations.parse("demo.duration", duration)),
                Integer.getInteger("demo.port", usualPort()), Long.getLong("demo.seed", 1),
                Optional.of(System.getProperty("demo.agreement", "")).filter(percent -> !percent.isEmpty()),
                Path.of(System.getProperty("demo.directory", "target"), "demo-" + ProcessHandle.current().pid()));
    }

    private static double number(String key, String standard) {
        String text = System.getProperty(key, standard);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a number of events a second, not '%s'".formatted(key, text),
                    e);
        }
    }

    private static int usualPort() {
        try (var _ = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return USUAL_PORT;
        } catch (IOException e) {
            return 0; // taken: any free one will do
        }
    }
}
