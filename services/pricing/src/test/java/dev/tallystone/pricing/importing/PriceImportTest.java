package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceImportTest {

    private static final Listed OTHER_NAME = Listed.usage("USE1-acme.one-mantle-input-tokens-standard")
            .with("sku", "SKU2");

    @Test
    void mergesRowsThatSayTheSameInOtherUnitsFromTheEarlierDate() {
        Listed inMillions = OTHER_NAME.with("unit", "1M tokens")
                .with("usd", "3.00")
                .with("effectiveDate", "2026-10-01T00:00:00Z");

        ImportedPrices prices = Listed.imported(Listed.row(), inMillions);

        assertThat(prices.merged()).isEqualTo(1);
        assertThat(prices.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.skus()).containsExactly("SKU1", "SKU2");
            assertThat(candidate.price().from()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
        });
    }

    @Test
    void takesNeitherOfTwoRowsThatDiffer() {
        ImportedPrices prices = Listed.imported(Listed.row(), OTHER_NAME.with("usd", "0.0031"));

        assertThat(prices.candidates()).isEmpty();
        assertThat(prices.hasConflicts()).isTrue();
        assertThat(prices.refused()).extracting(Refusal::sku).containsExactly("SKU1", "SKU2");
        assertThat(prices.refused().getLast().why())
                .isEqualTo("$3.1 per 1M tokens, but SKU1 (USE1-AcmeOne-input-tokens) says $3 of the same");
    }

    @Test
    void takesBackWhatItMergedBeforeTheConflict() {
        Listed copy = OTHER_NAME;
        Listed rival = OTHER_NAME.with("sku", "SKU3").with("usd", "0.0031");
        Listed late = OTHER_NAME.with("sku", "SKU4");

        ImportedPrices prices = Listed.imported(Listed.row(), copy, rival, late);

        assertThat(prices.rows()).isEqualTo(4);
        assertThat(prices.merged()).isZero();
        assertThat(prices.refused()).extracting(Refusal::sku).containsExactly("SKU1", "SKU2", "SKU3", "SKU4");
    }

    @Test
    void keepsRowsOfOtherPlacesApart() {
        ImportedPrices prices = Listed.imported(Listed.row(),
                Listed.usage("USE2-AcmeOne-input-tokens").with("sku", "B"),
                Listed.usage("USE1-AcmeOne-input-tokens-flex").with("sku", "C"));

        assertThat(prices.candidates()).hasSize(3);
        assertThat(prices.hasConflicts()).isFalse();
    }
}
