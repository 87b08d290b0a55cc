package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.tallystone.config.ConfigReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void refusesAFileThatIsNotThereInOneLine() {
        Path file = directory.resolve("nosuch.yaml");

        assertThat(run("--config", file.toString())).isEqualTo(78);
        assertThat(err.toString()).startsWith(file + ": cannot be read: ").hasLineCount(1);
    }

    @Test
    void refusesABadFileWithItsNameKeyAndLine() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.yaml"), "http:\n  port: 70000\n");

        assertThat(run("--config", file.toString())).isEqualTo(78);
        assertThat(err.toString()).startsWith(file + ": line 2: http.port must lie between 0 and 65535, not 70000")
                .hasLineCount(1);
    }

    @Test
    void printsTheCommentedFile() {
        assertThat(run("--print-config")).isZero();
        assertThat(out.toString()).isEqualTo(ConfigReader.defaults());
    }

    @Test
    void helpsInThreeSentencesAndExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("and shows it.\n", "Examples:\n  tallystone --print-config > tallystone");
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    }
}
