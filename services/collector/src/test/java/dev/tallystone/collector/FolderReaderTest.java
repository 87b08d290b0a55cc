package dev.tallystone.collector;

import static dev.tallystone.collector.FileProblem.Reason.BAD_GZIP;
import static dev.tallystone.collector.FileProblem.Reason.RATIO;
import static dev.tallystone.collector.FileProblem.Reason.TRUNCATED_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {

    @TempDir
    private Path root;
    private ReadFolder folder;

    @BeforeEach
    void emptyFolder() {
        folder = new ReadFolder(root);
    }

    @Test
    void takesAllMembersOfAGzipFileForOneText() throws IOException {
        byte[] members = Gzip.together(Gzip.member("{\"a\":1}\n{\"a\""), Gzip.member(""), Gzip.member(":2}\n"));

        FolderReport report = folder.with("a.json.gz", members).read();

        assertThat(folder.records()).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void tellsACompressedFileByItsFirstBytesWhateverItsName() throws IOException {
        folder.with("a.json.gz", "{\"a\":1}\n").with("b.jsonl", Gzip.member("{\"a\":2}\n")).read();

        assertThat(folder.records()).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void passesOverTheOptionalFieldsOfAHeaderAndTheZerosBehindTheLastMember() throws IOException {
        byte[] member = Gzip.member("{\"a\":1}\n");
        member[3] = 2 | 4 | 8 | 16; // CRC, extra field, name and comment follow
        byte[] optional = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0, 1, 2};

        FolderReport report = folder.with("a.gz.json", Gzip.together(Arrays.copyOf(member, 10), optional,
                Arrays.copyOfRange(member, 10, member.length), new byte[512])).read();

        assertThat(report.problems()).isEmpty();
        assertThat(folder.records()).containsExactly("{\"a\":1}");
    }

    @Test
    void handsOnTheCompleteLinesOfACutFileAndGoesOnWithTheNext() throws IOException {
        byte[] whole = Gzip.member(randomLines(2_000));

        FolderReport report = folder.with("1.json.gz", Arrays.copyOf(whole, whole.length / 2))
                .with("2.json.gz", Gzip.member("{\"last\":1}"))
                .read();

        assertThat(folder.records()).hasSizeBetween(500, 1_500).endsWith("{\"last\":1}");
        assertThat(folder.records()).allMatch(line -> line.endsWith("}"));
        assertThat(report.problems()).extracting(FileProblem::file, FileProblem::reason, FileProblem::records)
                .containsExactly(tuple("1.json.gz", TRUNCATED_FILE, (long) folder.records().size() - 1));
    }

    @Test
    void noticesAMemberThatIsCutInItsHeader() throws IOException {
        byte[] cut = Gzip.together(Gzip.member("{\"a\":1}\n"), Arrays.copyOf(Gzip.member("{\"a\":2}\n"), 5));

        FolderReport report = folder.with("a.json.gz", cut).read();

        assertThat(folder.records()).containsExactly("{\"a\":1}");
        assertThat(report.problems()).extracting(FileProblem::reason).containsExactly(TRUNCATED_FILE);
    }

    @Test
    void reportsDamagedBytesAndAWrongChecksumAndWhatIsNoMember() throws IOException {
        byte[] damaged = Gzip.member(randomLines(200));
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 100, (byte) 0xFF);
        byte[] wrongChecksum = Gzip.member("{\"a\":1}\n");
        wrongChecksum[wrongChecksum.length - 8] ^= 1;
        byte[] noMember = Gzip.together(Gzip.member("{\"a\":2}\n"), "rubbish".getBytes(StandardCharsets.UTF_8));

        FolderReport report = folder.with("1.json.gz", damaged)
                .with("2.json.gz", wrongChecksum)
                .with("3.json.gz", noMember)
                .read();

        assertThat(folder.records()).contains("{\"a\":1}", "{\"a\":2}");
        assertThat(report.problems()).extracting(FileProblem::reason).containsExactly(BAD_GZIP, BAD_GZIP, BAD_GZIP);
    }

    @Test
    void stopsAFileThatInflatesBeyondMeasure() throws IOException {
        byte[] bomb = Gzip.member("{\"a\":1}\n" + " ".repeat(50_000_000));

        FolderReport report = folder.with("a.json.gz", bomb).with("b.jsonl", "{\"b\":1}").read();

        assertThat(folder.records()).containsExactly("{\"a\":1}", "{\"b\":1}");
        assertThat(report.problems()).hasToString("[a.json.gz: RATIO after 1 records, inflates more than 200:1]");
        assertThat(report.problems()).extracting(FileProblem::reason).containsExactly(RATIO);
    }

    @Test
    void readsASmallFileHoweverRepetitive() throws IOException {
        FolderReport report = folder.with("a.json.gz", Gzip.member("{\"a\":1}\n".repeat(100_000))).read();

        assertThat(report.problems()).isEmpty();
        assertThat(report.records()).isEqualTo(100_000);
    }

    @Test
    void cutsALineThatIsTooLongToOneByteOverTheLimit() throws IOException {
        String exact = "x".repeat(LogLine.MAX_BYTES - 1);

        folder.with("a.jsonl", exact + "\r\n" + exact + "yz\r\n{}\n").read();

        assertThat(folder.records()).containsExactly(exact, exact + "y", "{}");
    }

    @Test
    void ignoresBlankLinesAndTakesTheLastOneWithoutItsEnd() throws IOException {
        folder.with("a.jsonl", "\n{\"a\":1}\r\n \t\r\n\n{\"a\":2}").read();

        assertThat(folder.records()).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(folder.lineNumbers()).containsExactly(2L, 5L);
    }

    @Test
    void hasNothingToSayOfAnEmptyFile() throws IOException {
        assertThat(folder.with("a.jsonl", "").with("b.jsonl.gz", Gzip.member("")).read())
                .hasToString("FolderReport[files=2, records=0, skipped={}, problems=[]]");
    }

    @Test
    void reportsAFileThatIsGone() throws IOException {
        folder.with("a.jsonl", "{}").with("b.jsonl", "{}");
        var reader = new FolderReader(LogFolder.at(root));
        Files.delete(root.resolve("a.jsonl"));

        FolderReport report = reader.readTo(line -> assertThat(line.file()).isEqualTo("b.jsonl"));

        assertThat(report.problems()).extracting(FileProblem::file, FileProblem::reason)
                .containsExactly(tuple("a.jsonl", FileProblem.Reason.UNREADABLE));
    }

    @Test
    void endsWhenItsReceiverCannotGoOn() throws IOException {
        var reader = new FolderReader(LogFolder.at(folder.with("a.jsonl", "1\n2\n").root()));

        assertThatThrownBy(() -> reader.readTo(_ -> {
            throw new IllegalStateException("broker gone");
        })).hasMessage("broker gone");
    }

    private static String randomLines(int lines) {
        var random = new Random(42);
        return String.join("\n",
                IntStream.range(0, lines).mapToObj(_ -> "{\"id\":\"%x\"}".formatted(random.nextLong())).toList());
    }
}
