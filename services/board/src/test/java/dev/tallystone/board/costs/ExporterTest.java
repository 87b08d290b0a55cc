package dev.tallystone.board.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Use;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.FocusCsv;
import dev.tallystone.pricing.focus.FocusRows;
import dev.tallystone.pricing.focus.Payer;
import dev.tallystone.pricing.standing.Commitment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExporterTest {

    private static final Instant END = Instant.parse("2026-10-10T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-10-10");
    private static final String ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/unknown";

    private static List<String> lines(CostExport export) throws IOException {
        var rows = new FocusRows(Payer.of("999988887777"), export.bookDigest());
        var out = new ByteArrayOutputStream();
        FocusCsv.writeRows(export.charges().stream().map(rows::row).toList(), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static CostExport export(Past past) {
        return Exporter.days(past, new Span.Days(DAY, DAY.plusDays(1)), UsedFilter.ALL);
    }

    @Test
    void addsUpCallersAndKeepsTeamsApart() throws IOException {
        Past past = new Boards().past(END, List.of(
                Use.of("acme.one").role("a").team("red").at(END.minusSeconds(60), 1_000_000, 0),
                Use.of("acme.one").role("b").team("red").at(END.minusSeconds(50), 1_000_000, 0),
                Use.of("acme.one").role("a").team("blue").at(END.minusSeconds(40), 1_000_000, 0)));

        List<String> lines = lines(export(past));

        assertThat(lines).hasSize(3);
        assertThat(lines).filteredOn(line -> line.contains("red")).singleElement().asString().startsWith("6,");
        assertThat(lines).filteredOn(line -> line.contains("blue")).singleElement().asString().startsWith("3,");
    }

    @Test
    void putsWhatHasNoPriceApartWithItsShare() {
        Past past = new Boards().past(END, List.of(Use.of("acme.half").at(END.minusSeconds(60), 7, 9),
                Use.of("acme.one").at(END.minusSeconds(60), 16, 0)));

        CostExport export = export(past);

        assertThat(export.unpriced()).singleElement()
                .satisfies(usage -> assertThat(usage.model()).isEqualTo("acme.half"));
        assertThat(export.coverage().shareOfTokens()).isEqualByComparingTo("0.5");
    }

    @Test
    void exportsOwnedUnitsOfAModelThatNobodyHasNamed() throws IOException {
        var owned = new Commitment("odd", "123456789012", "us-west-2", ARN, 2, PricingOption.PROVISIONED_1MO,
                Usd.of("21"), END.minusSeconds(3 * 3_600), Optional.empty());

        List<String> lines = lines(export(new Boards().commitments(owned).past(END, List.of())));

        assertThat(lines).as("three hours of two units").hasSize(2).last().asString().startsWith("126,");
    }
}
