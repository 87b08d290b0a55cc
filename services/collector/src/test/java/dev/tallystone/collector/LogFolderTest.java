package dev.tallystone.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {

    private static final String EAST = "backup/AWSLogs/111122223333/BedrockModelInvocationLogs/us-east-1/";
    private static final String WEST = "backup/AWSLogs/111122223333/BedrockModelInvocationLogs/us-west-2/";
    private static final String OTHER_ACCOUNT = "backup/AWSLogs/444455556666/BedrockModelInvocationLogs/us-east-1/";

    @TempDir
    private Path root;

    @Test
    void mergesAccountsAndRegionsByTheHourInThePathThenByPath() throws IOException {
        var folder = new ReadFolder(root).with(OTHER_ACCOUNT + "2026/10/01/12/20261001T120000000Z_1a.json.gz", "5")
                .with(EAST + "2026/10/01/13/20261001T130000000Z_2b.json.gz", "6")
                .with(WEST + "2026/09/30/23/20260930T230000000Z_3c.json.gz", "2")
                .with(EAST + "2026/10/01/12/20261001T120500000Z_4d.json.gz", "4")
                .with(EAST + "2026/10/01/12/20261001T120000000Z_5e.json.gz", "3")
                .with("exported.jsonl", "1");

        folder.read();

        assertThat(folder.records()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void leavesBodiesAndHiddenFilesAndOtherNamesAloneAndCountsThem() throws IOException {
        var folder = new ReadFolder(root).with(EAST + "2026/10/01/12/log.json.gz", "1")
                .with(EAST + "2026/10/01/12/data/7c9e_input.json.gz", "no")
                .with(EAST + "2026/10/01/12/data/7c9e_output.json.gz", "no")
                .with(EAST + "2026/10/01/12/.log.json.gz.part", "no")
                .with(".trash/old.jsonl", "no")
                .with("README.md", "no");

        FolderReport report = folder.read();

        assertThat(folder.records()).containsExactly("1");
        assertThat(report.skipped().toString()).isEqualTo("{BODY=2, HIDDEN=2, OTHER_NAME=1}");
        assertThat(report.skippedObjects()).isEqualTo(5);
        assertThat(report.files()).isEqualTo(1);
    }

    @Test
    void readsAFolderNamedDataThatIsNotBedrocks() throws IOException {
        var folder = new ReadFolder(root).with("data/logs/a.jsonl", "1");

        folder.read();

        assertThat(folder.records()).containsExactly("1");
    }

    @Test
    void knowsTheHourOfASingleDayThatWasCopied() throws IOException {
        Path hour = root.resolve("2026/10/01/12");
        new ReadFolder(hour).with("b.json", "1").with("data/a_input.json", "no");

        assertThat(LogFolder.at(hour).files()).extracting(LogFile::name, LogFile::hour)
                .containsExactly(tuple("b.json", "2026/10/01/12"));
        assertThat(LogFolder.at(hour).skipped()).containsOnlyKeys(SkipReason.BODY);
    }

    @Test
    void takesASingleFileOfAnyName() throws IOException {
        Path file = Files.writeString(root.resolve(".export-7"), "1\n2\n");

        FolderReport report = new FolderReader(LogFolder.at(file)).readTo(
                line -> assertThat(line.file()).isEqualTo(".export-7"));

        assertThat(report.records()).isEqualTo(2);
    }

    @Test
    void reportsALoopOfLinksAndReadsTheRest() throws IOException {
        var folder = new ReadFolder(root).with("a/1.jsonl", "1");
        Files.createSymbolicLink(root.resolve("a/again"), root);

        FolderReport report = folder.read();

        assertThat(folder.records()).containsExactly("1");
        assertThat(report.problems()).extracting(FileProblem::file, FileProblem::reason)
                .containsExactly(tuple("a/again", FileProblem.Reason.UNREADABLE));
    }

    @Test
    void refusesAPathThatLeadsNowhere() {
        assertThatThrownBy(() -> LogFolder.at(root.resolve("typo"))).isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("typo");
    }

    @Test
    void saysHowManyBytesThereAreToReadAndTheReaderReachesThem() throws IOException {
        new ReadFolder(root).with("a.jsonl", "123\n").with("b.jsonl.gz", Gzip.member("456\n")).with("c.txt", "78");
        LogFolder folder = LogFolder.at(root);

        var reader = new FolderReader(folder);
        reader.readTo(line -> assertThat(reader.bytesRead()).isBetween(1L, folder.bytes()));

        assertThat(folder.bytes()).isEqualTo(4 + Gzip.member("456\n").length);
        assertThat(reader.bytesRead()).isEqualTo(folder.bytes());
    }
}
