package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that cannot listen: it says so, and leaves nothing running. */
@Timeout(120)
class StartIT {

    @TempDir
    private Path directory;
    private EmbeddedBroker broker;
    private ServerSocket other;

    @BeforeEach
    void takeThePort() throws IOException {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void giveItBack() throws IOException {
        other.close();
        broker.close();
    }

    @Test
    void closesWhatItStartedWhenThePortIsTaken() {
        String port = Integer.toString(other.getLocalPort());

        assertThatThrownBy(() -> new RunningProcess(broker.bootstrapServers(), Clock.systemUTC(),
                Map.of("http.port", port, "meter.slot", "late"))).isInstanceOf(StartException.class)
                .hasMessageContainingAll("127.0.0.1:" + port, "http.port");
        Wait.until("the end of its threads", () -> !lives("meter-late") && !lives("monitor") && !lives("vert.x-"));
    }

    @Test
    void endsWithOneLine() {
        var err = new StringWriter();
        String port = Integer.toString(other.getLocalPort());

        int code = Main.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
                .execute("--set", "kafka.bootstrap.servers=" + broker.bootstrapServers(), "--set", "http.port=" + port,
                        "--set", "ledger.replication=1");

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("cannot listen at 127.0.0.1:" + port).hasLineCount(1);
    }

    private static boolean lives(String name) {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().startsWith(name));
    }
}
