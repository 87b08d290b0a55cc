package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookComparisonTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void saysThatAPriceIsNew() {
        Finding finding = compare(Listed.row(), "measure: output");

        assertThat(finding.kind()).isEqualTo(Finding.Kind.NEW);
        assertThat(finding.present()).isEmpty();
        assertThat(finding.canBeWritten()).isTrue();
    }

    @Test
    void saysByHowMuchAPriceChanged() {
        Finding finding = compare(Listed.row(), "region: us-east-1, usd: \"2.40\"");

        assertThat(finding.kind()).isEqualTo(Finding.Kind.CHANGED);
        assertThat(finding.percent()).contains(new BigDecimal("25"));
        assertThat(finding.factor()).contains(new BigDecimal("1.25"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"region: us-east-1", "routing: in_region", "per: 1K tokens, usd: \"0.003\"",
            "from: 2026-01-01, until: 2026-12-01"})
    void leavesAPriceThatTheBookHasInAnyWriting(String row) {
        assertThat(compare(Listed.row(), row).kind()).isEqualTo(Finding.Kind.UNCHANGED);
    }

    @Test
    void comparesARegionalPriceWithInRegionAndGeo() {
        String inRegion = "routing: in_region";

        assertThat(compare(Listed.row(), inRegion, "routing: geo").kind()).isEqualTo(Finding.Kind.UNCHANGED);
        assertThat(compare(Listed.row(), inRegion, "routing: geo, usd: \"3.30\"").kind())
                .isEqualTo(Finding.Kind.CHANGED);
    }

    @Test
    void takesTheRowOfTheRegionBeforeThatOfAll() {
        Finding finding = compare(Listed.row(), "usd: \"3.00\"", "region: us-east-1, usd: \"2.00\"",
                "region: eu-west-1, usd: \"3.00\"");

        assertThat(finding.kind()).isEqualTo(Finding.Kind.CHANGED);
        assertThat(finding.differsFrom().flatMap(PriceRow::region)).contains("us-east-1");
    }

    @Test
    void doesNotTakeARegionalRowForAGlobalPrice() {
        Listed global = Listed.usage("USE1-AcmeOne-input-tokens-cross-region-global");

        assertThat(compare(global, "region: us-east-1").kind()).isEqualTo(Finding.Kind.NEW);
        assertThat(compare(global, "routing: global").kind()).isEqualTo(Finding.Kind.UNCHANGED);
    }

    @Test
    void cannotWriteAModelThatTheBookDoesNotList() {
        Listed unlisted = Listed.row().with("usagetype", "USE1-AcmeTwo-input-tokens");

        assertThat(compare(unlisted, "usd: \"1\"").obstacle())
                .isEqualTo("the book does not list acme.two: add it under models");
    }

    @Test
    void cannotWriteFromAFileThatDoesNotSayWhichItIs() {
        assertThat(compare(Listed.row().with("version", ""), "measure: output").obstacle())
                .contains("must name version and publicationDate");
    }

    @Test
    void saysWhatVanishedFromTheSameOfferAndRegion() {
        String listed = yaml("region: us-east-1", "region: us-east-1, measure: output",
                "region: eu-west-1, measure: output", "measure: cache_read",
                "region: us-east-1, measure: cache_write_5m, evidence: announced",
                "region: us-east-1, measure: cache_write_1h, until: 2026-11-01");

        assertThat(vanished(listed, Listed.row())).containsExactly("output");
        assertThat(vanished(listed, Listed.row().with("serviceCode", "AmazonBedrockFoundationModels"))).isEmpty();
        assertThat(vanished(listed, Listed.row().with("publicationDate", "2026-09-30T23:59:59Z")))
                .as("an older list than the one that the row was read from")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2026-11-23T10:17:00Z | ''", "2026-11-23T10:17:30Z | full minute",
            "2026-11-21T12:00:00Z | ''", "2026-11-21T11:59:00Z | full hour, such as 2026-11-21T11:00:00Z",
            "2026-11-21T11:00:00Z | ''", "2026-09-25T12:00:00Z | ''",
            "2026-09-25T11:00:00Z | full day (UTC), such as 2026-09-25T00:00:00Z or 2026-09-26T00:00:00Z",
            "2026-09-25T00:00:00Z | ''", "2026-12-01T10:17:00Z | ''"})
    void letsARowBeginAsFinelyAsItsAgeAllows(String from, String obstacle) {
        String actual = compare(Listed.row().with("effectiveDate", from), "measure: output").obstacle();

        assertThat(actual.isEmpty()).as(actual).isEqualTo(obstacle.isEmpty());
        assertThat(actual).contains(obstacle);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"region: us-east-1, usd: \"2\", from: 2026-11-02 | the present row (page)",
            "usd: \"2\", from: 2026-11-02 | the present row (page)",
            "region: us-east-1, usd: \"2\", until: 2026-11-15 | has another price until 2026-11-15"})
    void refusesToBackdate(String row, String obstacle) {
        assertThat(compare(Listed.row(), row).obstacle()).startsWith("backdated: it begins 2026-11-01T00:00:00Z")
                .contains(obstacle);
    }

    @Test
    void letsARowBeginWithTheOneThatItCorrects() {
        assertThat(compare(Listed.row(), "region: us-east-1, usd: \"2\", from: 2026-11-01").obstacle()).isEmpty();
    }

    private static List<String> vanished(String book, Listed row) {
        return BookComparison.of(PriceBookReader.read(book.getBytes(StandardCharsets.UTF_8)), Listed.imported(row), NOW)
                .vanished()
                .stream()
                .map(PriceRow::measure)
                .toList();
    }

    private static String yaml(String... rows) {
        return BookOf.yaml(rows)
                .replace("title: \"A page\"", "title: \"AWS Price List, offer AmazonBedrock, us-east-1\"");
    }

    private static Finding compare(Listed row, String... book) {
        return BookComparison.of(BookOf.rows(book), Listed.imported(row), NOW).findings().getFirst();
    }
}
