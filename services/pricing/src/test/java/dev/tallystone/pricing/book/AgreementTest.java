package dev.tallystone.pricing.book;

import static dev.tallystone.pricing.PricingOption.BATCH;
import static dev.tallystone.pricing.PricingOption.FLEX;
import static dev.tallystone.pricing.PricingOption.LATENCY_OPTIMIZED;
import static dev.tallystone.pricing.PricingOption.ON_DEMAND;
import static dev.tallystone.pricing.PricingOption.PRIORITY;
import static dev.tallystone.pricing.PricingOption.PROVISIONED_6MO;
import static dev.tallystone.pricing.PricingOption.RESERVED_3MO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.book.Agreement.Judgement;
import dev.tallystone.pricing.book.Agreement.Kind;
import dev.tallystone.pricing.book.Published.Figure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How tables of others are read and compared: the comparison itself is run by hand, on files outside the build. */
class AgreementTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");

    private static Published page(String row) throws IOException {
        return PageRows.read(row.replace('\'', '"'));
    }

    private static Figure figure(Published row, int index) {
        return row.figures().get(index);
    }

    @Test
    void readsARowOfThePageByItsHeadings() throws IOException {
        Published claude = page("""
            {'Anthropic models': 'Claude Sonnet 5*', 'Hierarchy_Path': 'Anthropic', 'Provider': 'Anthropic',
             'Pricing_Category': 'Global Cross-region Inference', 'Price per 1M input tokens': '$2.00',
             'Price per 1M input tokens (batch)': '$1.00', 'Price per 1M output tokens': 'N/A'}""");

        assertThat(claude.name()).isEqualTo("Claude Sonnet 5");
        assertThat(claude.region()).isEmpty();
        assertThat(claude.routing()).contains(Routing.GLOBAL);
        assertThat(claude.figures()).containsExactly(
                new Figure(Set.of(ON_DEMAND), Set.of("input"), new BigDecimal("2.00"), 1_000_000),
                new Figure(Set.of(BATCH), Set.of("input"), new BigDecimal("1.00"), 1_000_000));
    }

    @Test
    void takesTheOptionFromTheTabAndLeavesItOpenWhereThatWasLost() throws IOException {
        Published flex = page("{'Qwen models': 'Qwen3 32B', 'Hierarchy_Path': 'Qwen > Coder > Flex', "
                + "'Price per 1M input tokens': '$ 0.075'}");
        Published nova = page("{'Amazon Nova models': 'Amazon Nova Pro (w/ latency optimized inference)', "
                + "'Pricing_Category': 'Input modalities Text', 'Price per 1M input tokens': '$1.00'}");
        Published open = page("{'Amazon Nova models': 'Amazon Nova Pro', "
                + "'Pricing_Category': 'Input modalities Text', 'Price per 1M input tokens': '$1.40'}");

        assertThat(figure(flex, 0).options()).containsExactly(FLEX);
        assertThat(nova.name()).isEqualTo("Amazon Nova Pro");
        assertThat(figure(nova, 0).options()).containsExactly(LATENCY_OPTIMIZED);
        assertThat(figure(open, 0).options()).containsExactlyInAnyOrder(ON_DEMAND, BATCH, FLEX, PRIORITY);
    }

    @Test
    void readsUnitsReservationsAndWhatTheBookDoesNotMeasure() throws IOException {
        Published unit = page("{'Meta models': 'Llama', "
                + "'Price per hour per model unit for 6-month commitment': '$13.08', 'Price to train 1M tokens': '$7.99'}");
        Published reserved = page("{'Anthropic models': 'Claude', "
                + "'Price per hour per 1K Output TPM with 3-Month Commitment': '$0.27'}");
        Published units = page(
                "{'Custom Model Unit version': 'Price per Custom Model Unit per min*', 'v1.0': '$0.05'}");

        assertThat(figure(unit, 0))
                .isEqualTo(new Figure(Set.of(PROVISIONED_6MO), Set.of("model_unit"), new BigDecimal("13.08"), 1));
        assertThat(figure(unit, 1).measures()).as("training").isEmpty();
        assertThat(figure(reserved, 0).options()).containsExactly(RESERVED_3MO);
        assertThat(figure(reserved, 0).measures()).containsExactly("reserved_output");
        assertThat(figure(units, 0).measures()).containsExactly("import_unit");
    }

    @Test
    void readsARowOfTheListByItsSuffixesWithoutBinaryNoise() throws IOException {
        List<Published> rows = ListRows.read("""
            {"rows": [{"p": "Amazon", "m": "Nova (バッチ)", "r": ["us-east-1"], "i": 0.19799999999999998, "o": null},
                      {"p": "Amazon", "m": "Nova (クロスリージョン)", "r": ["eu-south-1"], "i": 0.481, "o": 4.1}]}"""
                .getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(Published::name).containsExactly("Nova", "Nova");
        assertThat(rows).extracting(Published::routing)
                .containsExactly(Optional.of(Routing.IN_REGION), Optional.of(Routing.GLOBAL));
        assertThat(rows.getFirst().figures()).hasSize(1);
        assertThat(figure(rows.getFirst(), 0).usd()).isEqualByComparingTo("0.198");
        assertThat(figure(rows.getFirst(), 0).options()).containsExactly(BATCH);
    }

    private static Kind judge(PriceBook book, String region, String usd) {
        var agreement = new Agreement(book, OCTOBER, Map.of("One", "acme.one"),
                Map.of("Other", new Judgement(Kind.MODEL_ABSENT, "not sold")));
        return agreement.judge(row("One", region, usd)).kind();
    }

    private static Published row(String name, String region, String usd) {
        return new Published(name, Optional.of(region).filter(text -> !text.isEmpty()), Optional.empty(),
                List.of(new Figure(Set.of(ON_DEMAND), Set.of("input"), new BigDecimal(usd), 1_000_000)));
    }

    @Test
    void judgesARowByTheRegionThatItNamesAndAnyWhereItNamesNone() {
        PriceBook book = BookOf.rows("usd: \"3\", region: us-east-1", "usd: \"4\", region: eu-west-1");

        assertThat(judge(book, "us-east-1", "3")).isEqualTo(Kind.MATCHED);
        assertThat(judge(book, "us-east-1", "4")).isEqualTo(Kind.UNEXPLAINED);
        assertThat(judge(book, "", "4")).isEqualTo(Kind.MATCHED);
        assertThat(judge(book, "", "5")).isEqualTo(Kind.UNEXPLAINED);
    }

    @Test
    void tellsRoundingAndChangeFromDisagreement() {
        PriceBook book = BookOf.rows("usd: \"0.1545\", until: 2026-06-01", "usd: \"0.1442\", from: 2026-06-01");

        assertThat(judge(book, "us-east-1", "0.1545")).isEqualTo(Kind.CHANGED_SINCE);
        assertThat(judge(book, "us-east-1", "0.1442")).isEqualTo(Kind.MATCHED);
        assertThat(judge(book, "us-east-1", "0.15")).isEqualTo(Kind.ROUNDED);
        assertThat(judge(book, "us-east-1", "0.16")).isEqualTo(Kind.UNEXPLAINED);
    }

    @Test
    void givesTheReasonWhereAFileHasOne() {
        var agreement = new Agreement(BookOf.rows("usd: \"3\""), OCTOBER, Map.of("One", "acme.one"),
                Map.of("Other", new Judgement(Kind.MODEL_ABSENT, "not sold")));

        assertThat(agreement.judge(row("Other", "", "1"))).isEqualTo(new Judgement(Kind.MODEL_ABSENT, "not sold"));
        assertThat(agreement.judge(row("Third", "", "1")).kind()).isEqualTo(Kind.UNEXPLAINED);
        assertThat(agreement.judge(new Published("One", Optional.empty(), Optional.empty(), List.of())).kind())
                .isEqualTo(Kind.NO_PRICE_STATED);
    }
}
