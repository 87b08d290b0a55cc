package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBookReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String INPUT = "USE1-AcmeOne-input-tokens";

    @Test
    void believesAnOrdinaryPrice() {
        assertThat(doubts("usd: \"2.40\"", Listed.row())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30, true", "29.99, false", "0.3, true", "0.31, false"})
    void doubtsAJumpOfTenTimes(String usd, boolean doubted) {
        Listed row = Listed.row().with("unit", "1M tokens").with("usd", usd);

        assertThat(doubts("usd: \"3.00\"", row)).hasSize(doubted ? 1 : 0)
                .allSatisfy(doubt -> assertThat(doubt).startsWith("ten-fold jump: $" + usd + " per 1M tokens"));
    }

    @Test
    void doubtsAPriceOfZero() {
        assertThat(doubts("measure: output", Listed.row().with("usd", "0.0000000000")))
                .containsExactly("the price is zero");
    }

    @ParameterizedTest
    @CsvSource({"-batch, 0.0031, dearer than on demand", "-flex, 0.0031, dearer than on demand",
            "-long-context, 0.0029, cheaper than short requests"})
    void doubtsWhatContradictsTheOnDemandPrice(String suffix, String usd, String doubt) {
        Listed odd = Listed.usage(INPUT + suffix).with("sku", "ODD");

        assertThat(doubts("measure: output", odd.with("usd", usd), Listed.row())).singleElement()
                .asString()
                .startsWith(doubt)
                .endsWith("against $3");
        assertThat(doubts("measure: output", odd.with("usd", "0.003"), Listed.row())).isEmpty();
        assertThat(doubts("measure: input", odd.with("usd", usd))).as("the book stands in for the list").hasSize(1);
    }

    @Test
    void doubtsACacheReadThatIsDearerThanInput() {
        Listed read = Listed.usage("USE1-AcmeOne-cache-read-input-token-count")
                .with("sku", "ODD")
                .with("usd", "0.0031");

        assertThat(doubts("measure: output", read, Listed.row())).singleElement()
                .asString()
                .startsWith("dearer than uncached input");
    }

    @ParameterizedTest
    @CsvSource({"0.015, true", "0.0149, false", "0.0006, true", "0.00061, false"})
    void doubtsWhatIsFarFromOtherRegions(String usd, boolean doubted) {
        Listed canada = Listed.usage("CAN2-AcmeOne-input-tokens").with("sku", "CAN2").with("usd", usd);
        Listed spain = Listed.usage("EUS2-AcmeOne-input-tokens").with("sku", "EUS2");

        assertThat(doubts("measure: output", canada, Listed.row(), spain)).hasSize(doubted ? 1 : 0)
                .allSatisfy(doubt -> assertThat(doubt).endsWith("in other Regions about $3"));
        assertThat(doubts("region: eu-west-1", canada)).as("the book has the neighbour").hasSize(doubted ? 1 : 0);
    }

    @Test
    void doubtsTheCacheReadOfCalgaryThatAwsListsTenTimesTooDear() {
        ImportedPrices prices = Samples.read("offer-getproducts-AmazonBedrock-2026-01-14.jsonl");

        List<String> doubted = BookComparison.of(PriceBookReader.shipped(), prices, NOW)
                .findings()
                .stream()
                .filter(finding -> !finding.doubts().isEmpty())
                .map(finding -> finding.candidate().sku())
                .toList();

        assertThat(doubted).contains("23D9EJ59JF59BUQP");
    }

    /** Of the first row. */
    private static List<String> doubts(String book, Listed... rows) {
        return BookComparison.of(BookOf.rows(book), Listed.imported(rows), NOW).findings().getFirst().doubts();
    }
}
