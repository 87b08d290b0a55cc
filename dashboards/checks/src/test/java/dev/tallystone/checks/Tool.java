package dev.tallystone.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of Prometheus or Alertmanager that is run to its end. */
final class Tool {

    private static final int TIMEOUT_S = 60;

    /** What a program answered: its exit code, and all that it printed. */
    record Answer(int exit, String output) {}

    private final String program;

    private Tool(String program) {
        this.program = program;
    }

    static Tool promtool() {
        return new Tool(path("promtool"));
    }

    static Tool amtool() {
        return new Tool(path("amtool"));
    }

    /** Where a program is, by any of its names: Debian calls some otherwise than their makers do. */
    static String path(String... names) {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(
                        () -> new AssertionError("no %s on the PATH: install prometheus and prometheus-alertmanager"
                                .formatted(String.join(" or ", names))));
    }

    Answer run(List<String> arguments) {
        return run("", arguments);
    }

    /** Gives it {@code input} to read. The output goes through a file, so that no full pipe can block. */
    Answer run(String input, List<String> arguments) {
        var command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        try {
            Path in = Files.createTempFile("tool", ".in");
            Path out = Files.createTempFile("tool", ".out");
            try {
                Files.writeString(in, input, StandardCharsets.UTF_8);
                Process process = new ProcessBuilder(command).redirectInput(in.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
                if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("%s did not end within %d s".formatted(command, TIMEOUT_S));
                }
                return new Answer(process.exitValue(), Files.readString(out));
            } finally {
                Files.delete(in);
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }
}
