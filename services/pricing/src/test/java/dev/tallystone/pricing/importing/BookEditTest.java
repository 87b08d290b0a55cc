package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceBookReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookEditTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String SOURCE = "  aws-list-amazonbedrock-20261101000000: { title: \"AWS Price List, offer "
            + "AmazonBedrock, version 20261101000000\", seen: 2026-11-01, evidence: on_price_list }";
    private static final String ADDED = "  - { model: \"acme.one\", region: us-east-1, option: on_demand, measure: input, "
            + "per: 1M tokens, usd: \"3\", from: 2026-11-01, source: aws-list-amazonbedrock-20261101000000, "
            + "note: \"SKU SKU1\" }";

    @Test
    void closesTheOldRowAndAddsTheNewOneAndItsSource() {
        String text = "# kept\n"
                + BookOf.yaml("region: us-east-1, from: 2026-01-01, note: \"a, from: b's\", usd: \"2.50\"",
                        "region: eu-west-1", "model: acme.old")
                + "# at the end\n";
        String old = text.lines().filter(line -> line.contains("2.50")).findFirst().orElseThrow();

        String after = edited(text, Listed.row());

        assertThat(without(text, after)).containsExactly(old);
        assertThat(without(after, text)).containsExactly(SOURCE, old.replace("from: 2026-01-01, note",
                "from: 2026-01-01, until: 2026-11-01, note"), ADDED);
    }

    @Test
    void dropsARowThatWouldHaveHeldForNoTime() {
        String text = BookOf.yaml("region: us-east-1, usd: \"2.50\", from: 2026-11-01", "measure: output");

        String after = edited(text, Listed.row());

        assertThat(without(text, after)).singleElement().asString().contains("2.50");
        assertThat(without(after, text)).containsExactly(SOURCE, ADDED);
    }

    @Test
    void leavesTheRowOfAllRegionsToTheOthers() {
        String text = BookOf.yaml("usd: \"2.50\"");

        assertThat(without(text, edited(text, Listed.row()))).isEmpty();
        assertThat(without(edited(text, Listed.row()), text)).containsExactly(SOURCE, ADDED);
    }

    @Test
    void endsANewRowWhereTheBookKnowsWhatComesNext() {
        String text = BookOf.yaml("region: us-east-1, usd: \"2.50\", until: 2026-12-24",
                "region: us-east-1, usd: \"2.70\", from: 2026-12-24");

        assertThat(edited(text, Listed.row())).contains("from: 2026-11-01, until: 2026-12-24, source: aws-list")
                .contains("from: 2026-01-01, until: 2026-11-01, source: page");
    }

    @Test
    void putsNewRowsAfterTheLastOfTheirModel() {
        String text = BookOf.yaml("measure: output", "model: acme.old, measure: output");
        List<String> lines = edited(text, Listed.row()).lines().toList();

        assertThat(lines.indexOf(ADDED)).isEqualTo(lines.indexOf(lines.stream()
                .filter(line -> line.contains("acme.old, measure: output"))
                .findFirst()
                .orElseThrow()) - 1);
    }

    @Test
    void headsAModelThatHadNoPrice() {
        Listed image = Listed.usage("USE1-AcmeImage-T2I-512-Standard").with("unit", "image").with("usd", "0.04");

        assertThat(edited(BookOf.yaml("measure: output"), image))
                .contains("\n\n  # Acme Image\n  - { model: \"acme.image\"")
                .contains("variant: \"512/standard/*/TEXT_IMAGE\", per: image, usd: \"0.04\"");
    }

    @Test
    void readsItsOwnWritingAsTheSamePrices() {
        String once = edited(BookOf.yaml("measure: output"), Listed.row());

        PriceBook book = PriceBookReader.read(bytes(once));

        assertThat(BookComparison.of(book, Listed.imported(Listed.row()), NOW).findings().getFirst().kind())
                .isEqualTo(Finding.Kind.UNCHANGED);
        assertThat(edited(once, Listed.usage("USE2-AcmeOne-input-tokens"))).as("one source, once")
                .containsOnlyOnce(SOURCE);
    }

    @Test
    void editsTheShippedBook() {
        byte[] text = PriceBookReader.shippedText();
        ImportedPrices prices = Samples.read("offer-getproducts-AmazonBedrockFoundationModels-2026-01-19.jsonl");
        List<Finding> writable = BookComparison.of(PriceBookReader.shipped(), prices, NOW)
                .findings()
                .stream()
                .filter(Finding::canBeWritten)
                .toList();

        PriceBook edited = PriceBookReader.read(BookEdit.apply(text, writable));

        assertThat(edited.rows()).hasSize(PriceBookReader.shipped().rows().size() + writable.size());
    }

    @Test
    void datesARowThatIsConfirmedByTheNewerList() {
        String text = BookOf.yaml("region: us-east-1, evidence: announced, note: \"a, b\"", "region: eu-west-1");
        String old = text.lines().filter(line -> line.contains("us-east-1, evidence")).findFirst().orElseThrow();

        String after = edited(text, Listed.row());

        assertThat(without(text, after)).containsExactly(old);
        assertThat(without(after, text)).containsExactly(SOURCE, old.replace("evidence: announced, ", "")
                .replace("source: page", "source: aws-list-amazonbedrock-20261101000000"));
    }

    @Test
    void doesNotDateWhatTheListDoesNotSpeakOfOrWhatStandsOnBetterEvidence() {
        assertThatIllegalArgumentException().isThrownBy(() -> edited(BookOf.yaml("measure: input"), Listed.row()))
                .as("a row of all Regions")
                .withMessage("SKU1 cannot be written: the book has that price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edited(BookOf.yaml("region: us-east-1, evidence: on_invoice"), Listed.row()));
    }

    @Test
    void refusesWhatCannotBeWritten() {
        String text = BookOf.yaml("region: us-east-1").replace("seen: 2026-10-01", "seen: 2026-11-02");

        assertThatIllegalArgumentException().isThrownBy(() -> edited(text, Listed.row()))
                .withMessage("SKU1 cannot be written: the book has that price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edited(text, Listed.usage("USE1-AcmeTwo-input-tokens")))
                .withMessageContaining("does not list acme.two");
    }

    @Test
    void refusesABookWhoseRowsStandOtherwise() {
        String text = BookOf.yaml("measure: output").replace(", option:", ",\n      option:");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> edited(text.replace("  - { measure", "  -\n    { measure"),
                        Listed.row()))
                .withMessageContaining("0 of its 1 prices are");
    }

    private static String edited(String text, Listed... rows) {
        List<Finding> findings = BookComparison.of(PriceBookReader.read(bytes(text)), Listed.imported(rows), NOW)
                .findings();
        return new String(BookEdit.apply(bytes(text), findings), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The lines of one text that the other lacks. */
    private static List<String> without(String text, String other) {
        List<String> known = other.lines().toList();
        return text.lines().filter(line -> !known.contains(line)).toList();
    }
}
