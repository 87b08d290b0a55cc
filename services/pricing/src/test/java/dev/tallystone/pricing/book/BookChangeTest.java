package dev.tallystone.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final PriceBook IN_FORCE = BookOf.rows("usd: \"3.00\"");

    private static BookChange change(String... rows) {
        return BookChange.of(IN_FORCE, BookOf.rows(rows), NOW);
    }

    @Test
    void appliesAPriceThatBeginsLater() {
        BookChange change = change("usd: \"3.00\", until: 2026-12-01", "usd: \"2.00\", from: 2026-12-01");

        assertThat(change.held()).isEmpty();
        assertThat(change.next().rows()).hasSize(2);
    }

    @Test
    void appliesAPriceOfWhatHadNone() {
        BookChange change = change("usd: \"3.00\"", "measure: output, usd: \"15\"");

        assertThat(change.held()).isEmpty();
        assertThat(change.next().rows()).hasSize(2);
    }

    @Test
    void holdsAPriceThatWouldChangeThePastAndAppliesTheRest() {
        BookChange change = change("usd: \"3.30\"", "measure: output, usd: \"15\"");

        assertThat(change.held()).singleElement().satisfies(row -> assertThat(row.usd()).hasToString("$3.3"));
        assertThat(change.kept()).singleElement().satisfies(row -> assertThat(row.usd()).hasToString("$3"));
        assertThat(change.next().rows()).extracting(row -> row.measure() + row.usd())
                .containsExactlyInAnyOrder("input$3", "output$15");
    }

    @Test
    void holdsAPriceThatChangesOnlyAPartOfThePast() {
        BookChange change = change("usd: \"3.00\", until: 2026-11-24T11:59Z",
                "usd: \"2.00\", from: 2026-11-24T11:59Z");

        assertThat(change.held()).hasSize(2);
        assertThat(change.next().rows()).containsExactlyElementsOf(IN_FORCE.rows());
    }

    @Test
    void keepsAPastPriceThatTheTextLacks() {
        BookChange change = change("measure: output, usd: \"15\"");

        assertThat(change.held()).isEmpty();
        assertThat(change.kept()).containsExactlyElementsOf(IN_FORCE.rows());
    }

    @Test
    void takesTheSamePastUnderAnotherSourceForUnchanged() {
        BookChange change = change("usd: \"3.00\", note: \"seen again\"");

        assertThat(change.held()).isEmpty();
        assertThat(change.newRows()).isEqualTo(1);
    }

    @Test
    void refusesATenFoldJumpUntilItIsConfirmed() {
        String[] jump = {"usd: \"3.00\", until: 2026-12-01", "usd: \"30.00\", from: 2026-12-01"};

        assertThatIllegalArgumentException().isThrownBy(() -> change(jump))
                .withMessageContaining("$30 after $3 is a ten-fold jump")
                .withMessageContaining("begin its note with 'confirmed'");
        assertThat(change(jump[0], jump[1] + ", note: \"confirmed: card of 2026-11-20\"").held()).isEmpty();
        assertThat(change(jump[0], jump[1].replace("30.00", "29.99")).held()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> change(jump[0], jump[1].replace("30.00", "0.30")));
    }

    @Test
    void refusesATextThatLostAModel() {
        String lost = BookOf.yaml("usd: \"3.00\"").replaceAll("(?m)^.*acme.image.*\\n", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BookChange.of(IN_FORCE,
                        PriceBookReader.read(lost.getBytes(StandardCharsets.UTF_8)), NOW))
                .withMessageContaining("models [acme.image] vanished");
    }

    @Test
    void beginsARowByTheMinuteTheHourOrTheDayAsThePastIsKept() {
        String first = "usd: \"3.00\"";
        assertThat(change(first, "measure: output, from: 2026-11-22T10:05Z").held()).isEmpty();
        assertThat(change(first, "measure: output, from: 2026-10-02T10:00Z").held()).isEmpty();
        assertThat(change(first, "measure: output, from: 2026-09-01").held()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(first, "measure: output, from: 2026-11-22T10:05:30Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(first, "measure: output, from: 2026-11-20T10:05Z"))
                .withMessageContaining("whole hour within 60 days")
                .withMessageContaining("2026-11-20T10:05:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(first, "measure: output, from: 2026-09-01T10:00Z"));
    }

    @Test
    void writesABookThatReadsTheSame() {
        PriceBook shipped = PriceBookReader.shipped();
        PriceBook again = PriceBookReader.read(PriceBookWriter.write(shipped));

        assertThat(again.rows()).isEqualTo(shipped.rows());
        assertThat(again.models()).isEqualTo(shipped.models());
        assertThat(again.sources()).isEqualTo(shipped.sources());
        assertThat(again.availability()).isEqualTo(shipped.availability());
    }
}
