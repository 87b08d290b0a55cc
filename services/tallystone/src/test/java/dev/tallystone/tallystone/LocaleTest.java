package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The promise: figures look the same on every machine, for they are compared, and read by programs. */
@Timeout(60)
class LocaleTest {

    @Test
    void figuresKeepTheirDigitsWhereThePlatformWritesOthers() throws Exception {
        assertThat(checkedBook("ar", "EG")).isEqualTo(checkedBook("en", "US")).containsPattern("[0-9]{3}");
    }

    /** The table of the shipped book, as a process prints it whose platform speaks so. */
    private static String checkedBook(String language, String country) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + language, "-Duser.country=" + country, "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "prices", "check")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
