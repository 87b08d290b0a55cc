package dev.tallystone.tallystone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.book.PriceBookReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesCommandTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final String BOOK = """
        book: mine
        currency: USD
        sources:
          page: { title: "AWS Price List, offer AmazonBedrock", seen: 2026-10-01, evidence: on_price_list }
        models:
          - { id: "amazon.nova-lite-v1:0", name: "Nova Lite", provider: Amazon, kind: text, seller: aws }
        prices:
          - { model: "amazon.nova-lite-v1:0", region: us-east-1, option: on_demand, measure: input, per: 1M tokens, usd: "0.05", from: 2026-01-01, source: page }
        complete: true
        """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void saysWhatAListWouldChangeAndWritesNothing() throws IOException {
        Path book = book();

        assertThat(run("prices", "import", list("A", "input", "0.00006"), "--book", book.toString())).isZero();

        assertThat(out.toString()).contains("AmazonBedrock, version 1, published 2026-11-01T00:00:00Z\n",
                "rows 1 = candidates 1 + merged 0 + refused 0\n",
                """
                    changed (1)
                      A  amazon.nova-lite-v1:0 us-east-1 on_demand input  $0.06 per 1M tokens  from 2026-11-01  \
                    was $0.05 per 1M tokens, +20%, x1.2
                    """);
        assertThat(book).hasContent(BOOK);
    }

    @Test
    void writesWhatIsAcceptedToANewFileAndLeavesTheOldOne() throws IOException {
        Path book = book();
        Path edited = directory.resolve("new.yaml");

        assertThat(run("prices", "import", list("A", "input", "0.00006"), list("B", "output", "0.00024"), "--book",
                book.toString(), "--accept", "changed", "--out", edited.toString())).isZero();

        assertThat(book).hasContent(BOOK);
        assertThat(PriceBookReader.read(Files.readAllBytes(edited)).rows()).hasSize(2);
        assertThat(edited).content().contains("until: 2026-11-01, source: page", "usd: \"0.06\", from: 2026-11-01");
        assertThat(out.toString()).endsWith("written (1): " + edited + "\n");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void datesAPriceThatIsStillTheSameByTheNewerListWhenThatIsAccepted() throws IOException {
        Path book = book();
        String same = list("A", "input", "0.00005");

        assertThat(run("prices", "import", same, "--book", book.toString(), "--accept", "new,changed", "--out",
                book.toString())).isZero();
        assertThat(book).hasContent(BOOK);

        assertThat(run("prices", "import", same, "--book", book.toString(), "--accept", "unchanged", "--out",
                book.toString())).isZero();
        assertThat(PriceBookReader.read(Files.readAllBytes(book)).rows()).singleElement()
                .satisfies(row -> assertThat(row.source()).startsWith("aws-list-amazonbedrock"));
        assertThat(out.toString()).endsWith("written (1): " + book + "\n");
    }

    @Test
    void overwritesTheBookWhenOutNamesIt() throws IOException {
        String book = book().toString();

        assertThat(run("prices", "import", list("B", "output", "0.00024"), "--book", book, "--accept", "new,changed",
                "--out", book)).isZero();
        assertThat(Path.of(book)).content().contains("measure: output");
    }

    @Test
    void writesAnImplausibleRowOnlyByItsSku() throws IOException {
        String book = book().toString();
        String tenfold = list("A", "input", "0.0006");

        run("prices", "import", tenfold, "--book", book, "--accept", "new,changed", "--out", book);
        assertThat(Path.of(book)).hasContent(BOOK);
        assertThat(out.toString()).contains("implausible (1)\n",
                "ten-fold jump: $0.6 per 1M tokens, the book says $0.05");

        run("prices", "import", tenfold, "--book", book, "--accept-sku", "A", "--out", book);
        assertThat(Path.of(book)).content().contains("usd: \"0.6\"");
    }

    @Test
    void failsWhenARowAcceptedByNameCannotBeWritten() throws IOException {
        String book = book().toString();
        String old = list("A", "input", "0.00006");
        Path file = Path.of(old);
        Files.writeString(file, Files.readString(file).replace("2026-11-01T00:00:00Z", "2025-11-01T00:00:00Z"));

        assertThat(run("prices", "import", old, "--book", book, "--accept-sku", "A", "--out", book)).isEqualTo(1);
        assertThat(err.toString()).startsWith("A cannot be written: backdated: it begins 2025-11-01").hasLineCount(1);
        assertThat(Path.of(book)).hasContent(BOOK);
    }

    @Test
    void countsTheRowsOfEachNameThatItDoesNotKnow() throws IOException {
        Path file = Path.of(list("A", "input", "0.00006"));
        Files.writeString(file, Files.readString(file).replace("NovaLite", "NovaHuge"));

        assertThat(run("prices", "import", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("unmapped models by rows (1)\n",
                "  1  unmapped model NovaHuge: add it to model-names.yaml\n");
    }

    @Test
    void saysInOneLineThatItCannotWriteThere() throws IOException {
        String nowhere = directory.resolve("no/such/directory/new.yaml").toString();

        assertThat(
                run("prices", "import", list("B", "output", "0.00024"), "--book", book().toString(), "--accept", "new",
                        "--out", nowhere))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith(nowhere + ": not written: java.nio.file.NoSuchFileException")
                .hasLineCount(1);
    }

    @Test
    void failsOnAConflictAndOnAListWithoutPrices() throws IOException {
        assertThat(run("prices", "import", list("A", "input", "0.00006"), list("B", "input", "0.00007"))).isEqualTo(1);
        assertThat(out.toString()).contains("  2  conflict\n");
        assertThat(run("prices", "import", list("C", "speech", "0.00006"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"prices | one of import, gaps, check and reprice must be named",
            "prices import | Missing required parameter: 'FILE'",
            "prices import x --accept all --out y | --accept must be some of new, changed and unchanged, not [all]",
            "prices import x --accept new | --out must say where the new book goes",
            "prices import x --out y | --out writes nothing without --accept", "prices shop | Unmatched argument"})
    void answersWrongUsageWith64(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(64);
        assertThat(err.toString()).startsWith(message);
    }

    @Test
    void answersAnUnknownSkuWith64() throws IOException {
        String file = directory.resolve("new.yaml").toString();

        assertThat(run("prices", "import", list("A", "input", "0.00006"), "--accept-sku", "A,Z", "--out", file))
                .isEqualTo(64);
        assertThat(err.toString()).contains("must name rows that became candidates, not [Z]");
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void saysInOneLineWhichFileIsNoPriceList() throws IOException {
        Path file = Files.writeString(directory.resolve("list.json"), "{\"products\": {");

        assertThat(run("prices", "import", file.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith(file + ": not a whole offer file: line 1").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"import list.json --book", "gaps --book", "check"})
    void answersABadBookWith78InOneLine(String command) throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.yaml"), BOOK.replace("complete: true", ""));

        assertThat(run(("prices " + command + " " + bad).split(" "))).isEqualTo(78);
        assertThat(err.toString()).startsWith(bad + ": the last line of a price book must be 'complete: true'")
                .hasLineCount(1);
    }

    @Test
    void saysWhatABookLacks() throws IOException {
        assertThat(run("prices", "gaps", "--book", book().toString())).isZero();
        assertThat(out.toString()).startsWith("book mine (")
                .contains("as of 2026-11-24T12:00Z\n",
                        "  amazon.nova-lite-v1:0  batch flex priority provisioned reserved\n",
                        "sources older than 14 days (1)\n  2026-10-01  page  1 price\n");
    }

    @Test
    void countsThePricesOfABook() throws IOException {
        assertThat(run("prices", "check", book().toString())).isZero();
        assertThat(out.toString()).contains("1 models, 1 sources, 1 prices\n")
                .containsPattern("on_demand +0 +1 +0\n")
                .containsPattern("reserved_3mo +0 +0 +0\n");
    }

    @ParameterizedTest
    @CsvSource({"prices --help", "prices import --help", "prices gaps --help", "prices check --help"})
    void helps(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("Usage: tallystone prices");
    }

    private Path book() throws IOException {
        return Files.writeString(directory.resolve("book.yaml"), BOOK);
    }

    private String list(String sku, String tokens, String usd) throws IOException {
        return Files
                .writeString(directory.resolve(sku + ".json"),
                        """
                            {"product": {"sku": "%1$s", "attributes": {"usagetype": "USE1-NovaLite-%2$s-tokens", "regionCode": "us-east-1"}},
                             "serviceCode": "AmazonBedrock", "version": "1", "publicationDate": "2026-11-01T00:00:00Z",
                             "terms": {"OnDemand": {"%1$s.T": {"effectiveDate": "2026-11-01T00:00:00Z", "priceDimensions": {"D": {
                             "unit": "1K tokens", "pricePerUnit": {"USD": "%3$s"}}}}}}}
                            """.formatted(
                                sku, tokens, usd))
                .toString();
    }

    private int run(String... arguments) {
        return Main.commandLine(new PrintWriter(out), new PrintWriter(err), NOW).execute(arguments);
    }
}
