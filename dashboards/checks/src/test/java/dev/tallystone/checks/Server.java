package dev.tallystone.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A process that this test started, and that it alone stops. What it prints goes to a file. */
final class Server implements AutoCloseable {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int STOP_TIMEOUT_S = 20;
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();

    private final Process process;
    private final Path log;

    private Server(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Server start(Path log, List<String> command) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new Server(new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    /** Of this machine alone. Somebody may take it before it is used: {@link #await} notices that the child died. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has printed until now. */
    String output() {
        return Sources.text(log);
    }

    /** Waits until Prometheus' or Alertmanager's own sign of readiness. */
    void awaitReady(String address, Duration patience) {
        await("ready at " + address, patience, () -> get(address + "-/ready").statusCode() == 200);
    }

    /** Waits for a condition; a process that has died meanwhile is a failure with its output. */
    void await(String what, Duration patience, Supplier<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new AssertionError("ended with %d before it was %s:%n%s".formatted(process.exitValue(), what,
                        output()));
            }
            if (isMet(condition)) {
                return;
            }
            sleep();
        }
        throw new AssertionError("not %s within %s; it printed:%n%s".formatted(what, patience, output()));
    }

    private static boolean isMet(Supplier<Boolean> condition) {
        try {
            return condition.get();
        } catch (UncheckedIOException e) {
            return false; // does not listen yet
        }
    }

    static HttpResponse<String> get(String address) {
        return send(address, request -> request.GET());
    }

    static HttpResponse<String> post(String address, String json) {
        return send(address,
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private static HttpResponse<String> send(String address, UnaryOperator<HttpRequest.Builder> kind) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).timeout(REQUEST_TIMEOUT);
            return HTTP.send(kind.apply(request).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + address, e);
        }
    }

    static void sleep() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** Asks it to end, and its children with it; kills what does not. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
