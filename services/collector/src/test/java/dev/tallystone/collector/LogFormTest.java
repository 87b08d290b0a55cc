package dev.tallystone.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFormTest {

    @TempDir
    private Path root;
    private FolderReport report = new FolderReport(0, 0, new TreeMap<>(), List.of());

    @Test
    void readsALineForARecord() throws IOException {
        assertThat(read("{\"a\":1}\n{\"a\":2}\n")).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void readsPrettyPrintedValuesAndLeavesTheirBytesAlone() throws IOException {
        String first = "{\n  \"a\" : \"} \\\" {\",\n  \"b\" : [ 1, {\"c\":\"\\\\\"} ]\n}";
        String second = "{\n}";

        assertThat(read(first + "\n\n" + second + "\n")).containsExactly(first, second);
    }

    @Test
    void readsTheElementsOfAPrettyPrintedArray() throws IOException {
        assertThat(read("[\n  {\"a\":1},\n  {\n\"a\":[2]},\n 3 ]\n")).containsExactly("{\"a\":1}", "{\n\"a\":[2]}",
                "3");
    }

    @Test
    void readsTheElementsOfAnArrayThatIsAllThereIs() throws IOException {
        assertThat(read("[{\"a\":1},{\"a\":2}]\n")).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void leavesAnArrayAmongLinesToBeRefused() throws IOException {
        assertThat(read("[{\"a\":1}]\n{\"a\":2}\n")).containsExactly("[{\"a\":1}]", "{\"a\":2}");
    }

    @Test
    void readsValuesThatFollowEachOtherWithoutALineEnd() throws IOException {
        assertThat(read("{\"a\":1}{\"a\":2} {\"a\":3}")).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    }

    @Test
    void handsOnABrokenFirstLineLikeAnyOther() throws IOException {
        assertThat(read("{\"a\":\n{\"a\":2}\n{\"a\":3}\n")).containsExactly("{\"a\":", "{\"a\":2}", "{\"a\":3}");
        assertThat(read("{\"a\":\"cut\n{\"a\":2}\n")).containsExactly("{\"a\":\"cut", "{\"a\":2}");
        assertThat(read("rubbish\n{\"a\":2}\n")).containsExactly("rubbish", "{\"a\":2}");
        assertThat(read("{\"a\":1} rubbish\n{\"a\":2}\n")).containsExactly("{\"a\":1} rubbish", "{\"a\":2}");
    }

    @Test
    void readsLinesBehindAFirstOneThatIsTooLong() throws IOException {
        String tooLong = "{\"a\":\"" + "x".repeat(2 * LogLine.MAX_BYTES) + "\"}";

        assertThat(read(tooLong + "\n{\"a\":2}\n")).satisfiesExactly(
                first -> assertThat(first).hasSize(LogLine.MAX_BYTES),
                second -> assertThat(second).isEqualTo("{\"a\":2}"));
    }

    @Test
    void passesOverAByteOrderMarkBetweenValues() throws IOException {
        assertThat(read("\uFEFF{\n\"a\":1}")).containsExactly("{\n\"a\":1}");
    }

    @Test
    void reportsTheValueInWhichAFileEnds() throws IOException {
        assertThat(read("{\n\"a\":1}\n{\n\"a\":")).containsExactly("{\n\"a\":1}");
        assertThat(report.problems()).extracting(FileProblem::detail)
                .containsExactly("the file ends within the JSON value of line 3");
    }

    @Test
    void keepsToLinesWhereACompressedFileIsCutBehindTheFirst() throws IOException {
        byte[] whole = Gzip.member("{\"a\":1}\n{\"b\":" + Arrays.toString(new Random(7).ints(99).toArray()) + "}");

        var folder = new ReadFolder(root).with("a.json.gz", Arrays.copyOf(whole, whole.length - 40));
        report = folder.read();

        assertThat(folder.records()).containsExactly("{\"a\":1}");
        assertThat(report.problems()).extracting(FileProblem::reason)
                .containsExactly(FileProblem.Reason.TRUNCATED_FILE);
    }

    private List<String> read(String text) throws IOException {
        var folder = new ReadFolder(root).with("a.json", text);
        report = folder.read();
        return folder.records();
    }
}
