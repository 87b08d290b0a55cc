package dev.tallystone.pricing.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.pricing.Costs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FocusCorrectionsTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private final FocusRows rows = new FocusRows(Payer.of("999988887777"), "0123abcd");

    private List<FocusRow> some(long seed, int usages) {
        return new Charges(seed).some(usages)
                .stream()
                .map(rows::row)
                .toList();
    }

    private static Costs sum(List<FocusRow> rows) {
        return rows.stream().map(FocusRow::costsOnce).reduce(Costs.ZERO, Costs::plus);
    }

    @Test
    void signedRowsAndTheirCorrectionsAreWhatTheMonthWouldBeNow() {
        for (long seed = 0; seed < 200; seed++) {
            List<FocusRow> closed = some(seed, 20);
            List<FocusRow> now = new ArrayList<>(some(seed + 1_000, 5));
            now.addAll(closed.subList(0, closed.size() / 2));

            List<FocusRow> corrections = FocusCorrections.of(NOVEMBER, closed, now, DECEMBER, "late");

            assertThat(sum(closed).plus(sum(corrections))).as("seed %d", seed).isEqualTo(sum(now));
            List<FocusRow> signed = Stream.concat(closed.stream(), corrections.stream()).toList();
            assertThat(FocusCorrections.of(NOVEMBER, signed, now, DECEMBER, "late")).as("seed %d, signed once", seed)
                    .isEmpty();
        }
    }

    @Test
    void correctsNothingThatIsOnlyInAnotherOrderOrUsedByAnother() {
        List<FocusRow> closed = some(7, 30);
        List<FocusRow> now = new ArrayList<>(closed);
        Collections.shuffle(now, new Random(7));

        assertThat(FocusCorrections.of(NOVEMBER, closed, now, DECEMBER, "late")).isEmpty();
    }

    @Test
    void aCorrectionNamesBothMonthsAndHasNoUnitPrice() {
        List<FocusRow> now = some(3, 1).subList(0, 1);

        List<FocusRow> corrections = FocusCorrections.of(NOVEMBER, List.of(), now, DECEMBER, "7 calls came later");

        assertThat(corrections).singleElement().satisfies(row -> {
            assertThat(row.value(FocusColumn.CHARGE_CLASS)).contains("Correction");
            assertThat(row.value(FocusColumn.CHARGE_PERIOD_START)).contains(Instant.parse("2026-11-01T00:00:00Z"));
            assertThat(row.value(FocusColumn.BILLING_PERIOD_START)).contains(Instant.parse("2026-12-01T00:00:00Z"));
            assertThat(row.value(FocusColumn.LIST_UNIT_PRICE)).isEmpty();
            assertThat(row.value(FocusColumn.CHARGE_DESCRIPTION).orElseThrow().toString())
                    .endsWith("7 calls came later");
            assertThat(FocusCorrections.month(row)).isEqualTo(NOVEMBER);
        });
    }

    @Test
    void isBilledInALaterMonth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FocusCorrections.of(DECEMBER, List.of(), List.of(), DECEMBER, "late"))
                .withMessage("2026-12 is corrected in a later month, not in 2026-12");
    }

    @Test
    void rowsAreReadAsTheyWereWritten() throws IOException {
        List<FocusRow> written = some(11, 40);
        var out = new ByteArrayOutputStream();
        FocusJson.writeRows(written, out);

        List<FocusRow> read = FocusJsonReader.readRows(new ByteArrayInputStream(out.toByteArray()));

        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            for (FocusColumn column : FocusColumn.ALL) {
                assertThat(read.get(i).value(column)).as(column.id()).isEqualTo(written.get(i).value(column));
            }
        }
    }

    @Test
    void aRowThatIsNoneIsNamed() {
        var wrong = new ByteArrayInputStream("[{\"Price\":1}]".getBytes(StandardCharsets.UTF_8));

        assertThatIOException().isThrownBy(() -> FocusJsonReader.readRows(wrong))
                .withMessage("row 1: there is no column Price");
    }
}
