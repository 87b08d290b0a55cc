package dev.tallystone.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.PricingOption;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookReaderTest {

    @Test
    void readsTheShippedBook() {
        PriceBook book = PriceBookReader.shipped();

        assertThat(book.name()).isEqualTo("first");
        assertThat(book.digest()).matches("[0-9a-f]{8}");
        assertThat(book.displayName("anthropic.claude-haiku-5-5")).isEqualTo("Claude Haiku 5.5");
        assertThat(book.rows()).hasSizeGreaterThan(1_000).allSatisfy(row -> {
            assertThat(book.models()).containsKey(row.model());
            assertThat(book.sources()).containsKey(row.source());
        });
    }

    @Test
    void readsEveryColumnOfARow() {
        PriceRow row = BookOf.rows("region: us-east-1, routing: geo, option: flex, measure: output, above: 200000, "
                + "per: 1K tokens, usd: \"0.015\", from: 2026-02-01, until: 2026-03-01, note: \"uncertain: guessed\"")
                .rows()
                .getFirst();

        assertThat(row.region()).contains("us-east-1");
        assertThat(row.option()).isEqualTo(PricingOption.FLEX);
        assertThat(row.above()).isEqualTo(200_000);
        assertThat(row.usdPerUnit()).isEqualByComparingTo("0.000015");
        assertThat(row.from()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(row.until()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(row.note()).startsWith("uncertain");
    }

    @Test
    void givesEqualBooksEqualDigests() {
        assertThat(BookOf.rows("usd: \"1\"").digest()).isEqualTo(BookOf.rows("usd: \"1\"").digest())
                .isNotEqualTo(BookOf.rows("usd: \"2\"").digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"colour: red | colour",
            "usd: \"1\", usd: \"2\" | Duplicate",
            "model: acme.two | model acme.two is not listed",
            "source: hearsay | source hearsay is not listed", "usd: \"-1\" | must not be negative",
            "usd: \"0.0000000000000001\" | at most 15 decimals",
            "usd: \"1e400\" | usd must be less than 10^9, not 1e400", "usd: \"1e-99999999\" | at most 15 decimals",
            "usd: cheap | usd must be a decimal such as 0.055",
            "per: furlong | per must be one of [1K tokens, 1M tokens], not furlong",
            "per: hour | per must be one of [1K tokens, 1M tokens], not hour",
            "measure: images | per must be one of [image], not 1M tokens",
            "measure: inputs | measure must be one of [cache_read", "above: 150000 | above must be one of [32000",
            "option: spot | 'spot' is none of the options",
            "routing: local | routing must be one of [in_region, geo, global], not local",
            "from: 2026-13-01 | must be written like 2026-01-31 or 2026-01-31T14:05Z, not '2026-13-01'",
            "evidence: rumour | evidence must be one of [announced, on_price_list, on_invoice], not rumour",
            "certain_until: 2025-01-01 | certain_until must not lie before from",
            "until: 2025-12-31 | from must lie before until",
            "from: ~ | option, measure, per, usd and from must all be there"})
    void refusesARowThatIsWrongAndSaysWhich(String wrong, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> BookOf.rows("usd: \"1\"", wrong))
                .withMessageContaining(message)
                .satisfies(refused -> assertThat(refused.getMessage()).containsAnyOf("price row", "price book"));
    }

    @Test
    void acceptsFifteenDecimals() {
        assertThat(BookOf.rows("usd: \"0.000000000000001\"").rows()).hasSize(1);
    }

    @Test
    void refusesTwoPricesThatHoldAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BookOf.rows("usd: \"1\", until: 2026-06-02", "usd: \"2\", from: 2026-06-01"))
                .withMessageContaining("two prices hold at once")
                .withMessageContaining("acme.one");
    }

    @Test
    void acceptsAPriceThatBeginsWhenTheOtherEnds() {
        assertThat(BookOf.rows("usd: \"1\", until: 2026-06-01", "usd: \"2\", from: 2026-06-01").rows()).hasSize(2);
    }

    @Test
    void hasNoPriceOfAModelAfterItsEndOfLife() {
        PriceBook book = BookOf.rows("model: acme.old");
        var key = new PriceKey("acme.old", "us-east-1", Routing.IN_REGION, 0, "");
        Instant end = Instant.parse("2026-10-14T00:00:00Z");

        assertThat(book.row(key, PricingOption.ON_DEMAND, "input", end.minusMillis(1))).isPresent();
        assertThat(book.row(key, PricingOption.ON_DEMAND, "input", end)).isEmpty();
    }

    @Test
    void refusesAFileThatEndsEarly() {
        String whole = BookOf.yaml("usd: \"1\"", "measure: output");

        assertThatIllegalArgumentException().isThrownBy(() -> read(whole.replace("complete: true\n", "")))
                .withMessageContaining("the last line of a price book must be 'complete: true'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(whole.substring(0, whole.indexOf("  - { measure: output"))));
    }

    @Test
    void readsAMinuteAsWellAsADay() {
        PriceRow row = BookOf.rows("from: 2026-10-07T14:05Z, certain_until: 2026-11-21, evidence: on_invoice")
                .rows()
                .getFirst();

        assertThat(row.from()).isEqualTo(Instant.parse("2026-10-07T14:05:00Z"));
        assertThat(row.evidence()).isEqualTo(Evidence.ON_INVOICE);
        assertThat(row.isCertainAt(Instant.parse("2026-11-20T23:59:59Z"))).isTrue();
        assertThat(row.isCertainAt(Instant.parse("2026-11-21T00:00:00Z"))).isFalse();
    }

    @Test
    void refusesOtherCurrencies() {
        String euros = BookOf.yaml("usd: \"1\"").replace("currency: USD", "currency: EUR");

        assertThatIllegalArgumentException().isThrownBy(() -> read(euros))
                .withMessageContaining("prices must be in USD, not EUR");
    }

    @Test
    void refusesATextThatIsNoBook() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("")).withMessageContaining("price book");
        assertThatIllegalArgumentException().isThrownBy(() -> read("currency: USD"))
                .withMessageContaining("book, currency, sources, models and prices");
        assertThatIllegalArgumentException().isThrownBy(() -> read("book: a\nbook: b"))
                .withMessageContaining("not a price book");
    }

    private static PriceBook read(String yaml) {
        return PriceBookReader.read(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
