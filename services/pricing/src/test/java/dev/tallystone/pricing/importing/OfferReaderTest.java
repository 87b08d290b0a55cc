package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferReaderTest {

    private static final String TWO = Listed.row().json() + Listed.row().with("sku", "SKU2").json();

    @Test
    void readsTheSameFromLinesFromAnArrayAndFromTextsWithinAPriceList() throws IOException {
        List<OfferRow> lines = read(TWO);
        String texts = Stream.of("SKU1", "SKU2")
                .map(sku -> Listed.row().with("sku", sku).json().replace("\n", " ").replace("\"", "\\\""))
                .collect(Collectors.joining("\", \"", "{\"FormatVersion\": \"aws_v1\", \"PriceList\": [\"", "\"]}"));

        assertThat(lines).extracting(row -> row.product().sku()).containsExactly("SKU1", "SKU2");
        assertThat(read("[" + TWO.replace("}\n{", "},\n{") + "]")).isEqualTo(lines);
        assertThat(read(texts)).isEqualTo(lines);
    }

    @Test
    void readsABulkFileAndItsLinesAsTheSameRows() throws IOException {
        assertThat(read(Samples.text("offer-bulkshape-AmazonBedrock-sample.json"))).containsExactlyInAnyOrderElementsOf(
                read(Samples.text("offer-getproducts-AmazonBedrock-2026-01-14.jsonl")));
    }

    @Test
    void takesTheKeysOfABulkFileInAnyOrder() throws IOException {
        String termsFirst = """
            {"terms": {"OnDemand": {"A": {"A.T": {"priceDimensions": {"A.T.D": {"unit": "1K tokens",
             "pricePerUnit": {"CNY": "7", "USD": "1"}}}, "effectiveDate": "2026-01-01T00:00:00Z"}}}},
             "products": {"A": {"attributes": {"usagetype": "USE1-AcmeOne-input-tokens"}}},
             "publicationDate": "2026-01-02T00:00:00Z", "version": "1", "offerCode": "AmazonBedrock"}""";

        OfferRow row = read(termsFirst).getFirst();

        assertThat(row.offer()).isEqualTo(new Offer("AmazonBedrock", "1", "2026-01-02T00:00:00Z"));
        assertThat(row.price()).isEqualTo(new OfferRow.Price("OnDemand", "1K tokens", "", "0", "Inf", "USD", "1",
                "2026-01-01T00:00:00Z"));
    }

    @Test
    void accountsForAProductWithoutPriceAndAPriceWithoutProduct() throws IOException {
        String torn = """
            {"offerCode": "AmazonBedrock", "products": {"A": {"attributes": {"usagetype": "USE1-AcmeOne-input-tokens"}}},
             "terms": {"OnDemand": {"B": {"B.T": {"priceDimensions": {"B.T.D": {"unit": "1K tokens",
             "pricePerUnit": {"USD": "1"}}}}}}}}""";

        assertThat(read(torn)).extracting(row -> row.product().sku()).containsExactly("A", "B");
        assertThat(Listed.imported(Listed.NAMES, torn).refused()).extracting(Refusal::reason)
                .containsExactly(Refusal.Reason.NO_PRICE, Refusal.Reason.NOT_UNDERSTOOD);
    }

    @Test
    void readsABulkFileOfMoreRowsThanTheRealOne() throws IOException {
        String products = IntStream.range(0, 12_000)
                .mapToObj("\"S%d\": {\"attributes\": {\"usagetype\": \"USE1-AcmeOne-input-tokens\"}}"::formatted)
                .collect(Collectors.joining(","));
        String terms = IntStream.range(0, 12_000)
                .mapToObj(
                        "\"S%1$d\": {\"S%1$d.T\": {\"priceDimensions\": {\"D\": {\"pricePerUnit\": {\"USD\": \"1\"}}}}}"::formatted)
                .collect(Collectors.joining(","));

        assertThat(read("{\"products\": {" + products + "}, \"terms\": {\"OnDemand\": {" + terms + "}}}"))
                .hasSize(12_000)
                .allSatisfy(row -> assertThat(row.price()).isNotNull());
    }

    @Test
    void refusesMoreRowsThanItsLimit() {
        byte[] row = Listed.row().json().getBytes(StandardCharsets.UTF_8);
        var seen = new AtomicInteger();
        InputStream endless = new SequenceInputStream(Collections.enumeration(Collections
                .nCopies(OfferReader.MAX_ROWS + 1, row)
                .stream()
                .map(ByteArrayInputStream::new)
                .toList()));

        assertThatIllegalArgumentException().isThrownBy(() -> OfferReader.read(endless, _ -> seen.incrementAndGet()))
                .withMessage("an offer file must have at most 200000 rows");
        assertThat(seen).hasValue(200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"a\": 1}", "12", "\"{}\"", "prices",
            "{\"PriceList\": [\"\\\"{}\\\"\"]}"})
    void refusesWhatIsNoOfferFile(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(text)).withMessageContaining("offer file");
    }

    @Test
    void refusesAFileThatEndsEarlyAndSaysWhere() {
        String half = Samples.text("offer-bulkshape-AmazonBedrock-sample.json").substring(0, 9_000);

        assertThatIllegalArgumentException().isThrownBy(() -> read(half))
                .withMessageMatching("not a whole offer file: line \\d+, column \\d+: .*(?s).*");
    }

    @Test
    void refusesASkuThatIsThereTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("{\"products\": {\"A\": {}, \"A\": {}}}"))
                .withMessageContaining("Duplicate");
    }

    @Test
    void refusesWhatIsNestedTooDeepOrTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("[".repeat(1_000)))
                .withMessageContaining("nesting depth");
        assertThatIllegalArgumentException().isThrownBy(() -> read("{\"version\": \"" + "9".repeat(200_000) + "\"}"))
                .withMessageContaining("maximum allowed");
    }

    private static List<OfferRow> read(String text) throws IOException {
        var rows = new ArrayList<OfferRow>();
        OfferReader.read(Listed.stream(text), rows::add);
        return rows;
    }
}
