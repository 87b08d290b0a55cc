package dev.tallystone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user starts it: a process that prints an address first and a balance last. */
@Timeout(120)
class DemoIT {

    @TempDir
    private Path directory;
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void servesEverythingUnderTheFirstAddressAndEndsEqual() throws Exception {
        Process demo = start("-Ddemo.duration=20s", "-Ddemo.rate=300");
        var output = demo.inputReader(StandardCharsets.UTF_8);
        String address = address(output);
        awaitReady(address);

        assertThat(get(address).body()).contains("<html");
        assertThat(get(address + "api/v1/board").body()).contains("\"digest\"", "\"recommendations\"", "\"options\"");
        assertThat(get(address + "health/live").statusCode()).isEqualTo(200);
        assertThat(get(address + "metrics").body()).contains("bedrock_burn_rate_usd_per_hour{",
                "tallystone_delay_seconds",
                "jvm_memory_used_bytes");

        List<String> lines = output.lines().toList();
        assertThat(demo.waitFor()).isZero();
        assertThat(lines.get(lines.size() - 2)).matches("event to page: median [\\d.]+ s, .* \\([\\d,]+ samples\\)");
        assertThat(lines.getLast()).startsWith("balance: sent ").contains(": equal (");
    }

    @Test
    void printsTheBalanceAndEndsWhenItIsTold() throws Exception {
        Process demo = start("-Ddemo.rate=300");
        var output = demo.inputReader(StandardCharsets.UTF_8);
        awaitReady(address(output));

        demo.toHandle().destroy();
        List<String> lines = output.lines().toList();
        boolean ended = demo.waitFor(10, TimeUnit.SECONDS);

        assertThat(ended).isTrue();
        assertThat(lines.getLast()).startsWith("balance: ").contains(": equal (");
    }

    @Test
    void saysWhichScenariosThereAre() throws Exception {
        Process demo = start("-Ddemo.scenario=quiet");

        assertThat(demo.waitFor()).isEqualTo(64);
        assertThat(demo.inputReader(StandardCharsets.UTF_8).lines()).anyMatch(line -> line.contains("lively"));
    }

    @Test
    void saysInOneLineThatItsPortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process demo = start("-Ddemo.port=" + other.getLocalPort());
            List<String> lines = demo.inputReader(StandardCharsets.UTF_8).lines().toList();

            assertThat(demo.waitFor()).isEqualTo(1);
            assertThat(lines.getLast()).contains("127.0.0.1:" + other.getLocalPort(), "-Ddemo.port");
            assertThat(lines).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private Process start(String... properties) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
                "-Ddemo.directory=" + directory, "-Ddemo.port=0"));
        command.addAll(List.of(properties));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.tallystone.demo.Demo"));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String address(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int http = line.indexOf("http://");
            if (http >= 0) {
                return line.substring(http).strip();
            }
        }
        throw new AssertionError("the demo printed no address");
    }

    private void awaitReady(String address) throws Exception {
        while (get(address + "health/ready").statusCode() != 200) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private HttpResponse<String> get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
