package dev.tallystone.pricing.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.pricing.book.BookOf;
import dev.tallystone.pricing.book.PriceBookReader;
import dev.tallystone.pricing.book.PriceRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookGapsTest {

    private static final Instant OCTOBER_15 = Instant.parse("2026-10-15T00:00:00Z");
    private static final String MODEL_UNIT = "option: provisioned_6mo, measure: model_unit, per: hour";

    @Test
    void saysWhichOptionsHaveNoPrice() {
        BookGaps gaps = gaps(BookOf.yaml("option: on_demand", "option: priority, until: 2026-10-15", MODEL_UNIT),
                OCTOBER_15);

        assertThat(gaps.missing().get("acme.one")).containsExactly("priority", "reserved");
        assertThat(gaps.missing()).as("past its end of life").doesNotContainKey("acme.old");
    }

    @Test
    void doesNotMissWhatIsNotSold() {
        String refused = BookOf.yaml("option: on_demand")
                .replace("not_sold:\n",
                        "not_sold:\n  - { model: acme.one, options: [priority], from: 2026-01-01, why: no, source: page }\n");

        assertThat(gaps(refused, OCTOBER_15).missing().get("acme.one")).containsExactly("provisioned", "reserved");
    }

    @Test
    void listsPricesThatNobodyVouchesFor() {
        BookGaps gaps = gaps(BookOf.yaml("certain_until: 2026-10-15", "measure: output, certain_until: 2026-10-16"),
                OCTOBER_15);

        assertThat(gaps.uncertain()).extracting(PriceRow::measure).containsExactly("input");
    }

    @Test
    void callsASourceOldAfterTwoWeeks() {
        String yaml = BookOf.yaml("usd: \"1\"", "measure: output");

        assertThat(gaps(yaml, OCTOBER_15).oldSources()).isEmpty();
        assertThat(gaps(yaml, OCTOBER_15.plusMillis(1)).oldSources()).isEqualTo(Map.of("page", 2L));
        assertThat(gaps(yaml.replace("seen: 2026-10-01", "seen: lately"), OCTOBER_15).oldSources())
                .containsKey("page");
    }

    @Test
    void namesModelsThatNoPriceListCanReach() {
        assertThat(gaps(BookOf.yaml("usd: \"1\""), OCTOBER_15).unnamed()).containsExactlyInAnyOrder("acme.old",
                "acme.legacy");
    }

    private static BookGaps gaps(String yaml, Instant now) {
        return BookGaps.of(PriceBookReader.read(yaml.getBytes(StandardCharsets.UTF_8)), Listed.NAMES, now);
    }
}
