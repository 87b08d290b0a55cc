package dev.tallystone.monitor.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.focus.FocusColumn;
import dev.tallystone.pricing.focus.FocusRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model costs 3 dollars a million; October is closed with 3 of them, and 5 more are counted later. */
class BilledRowsTest {

    private static final String NOVEMBER = "2026-11-20T00:00:00Z";
    private static final String DECEMBER = "2026-12-02T00:00:00Z";

    @TempDir
    private Path folder;
    private Ledgers ledgers;

    @BeforeEach
    void closeOctober() {
        ledgers = new Ledgers(folder);
        ledgers.call("acme.one", "2026-10-05T08:00:00Z", 3);
        ledgers.call("acme.one", "2026-11-05T08:00:00Z", 10);
        ledgers.close("2026-10", NOVEMBER, true);
        ledgers.call("acme.one", "2026-10-07T00:00:00Z", 5);
    }

    private static UsedFilter region(String region) {
        return new UsedFilter(Optional.empty(), Optional.of(region), Optional.empty(), Optional.empty());
    }

    private static UsedFilter team(String team) {
        return new UsedFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(team));
    }

    private static Object kind(FocusRow row) {
        return row.value(FocusColumn.CHARGE_CLASS).orElse("as used");
    }

    private static String billed(FocusRow row) {
        return row.decimal(FocusColumn.BILLED_COST).orElseThrow().toPlainString();
    }

    @Test
    void aClosedMonthIsBilledAsItWasSigned() {
        ledgers.price("4.00");

        assertThat(ledgers.billed("2026-10", NOVEMBER, UsedFilter.ALL))
                .extracting(BilledRowsTest::kind, BilledRowsTest::billed)
                .containsExactly(tuple("as used", "9"));
    }

    @Test
    void theNextOneIsBilledWithWhatCameLater() {
        assertThat(ledgers.billed("2026-11", NOVEMBER, UsedFilter.ALL))
                .extracting(BilledRowsTest::kind, BilledRowsTest::billed)
                .containsExactly(tuple("as used", "30"), tuple("Correction", "15"));
    }

    @Test
    void onceThatIsClosedToo() {
        List<FocusRow> before = ledgers.billed("2026-11", DECEMBER, UsedFilter.ALL);
        ledgers.close("2026-11", DECEMBER, true);

        assertThat(ledgers.billed("2026-11", DECEMBER, UsedFilter.ALL)).extracting(BilledRowsTest::billed)
                .isEqualTo(before.stream().map(BilledRowsTest::billed).toList());
        assertThat(ledgers.billed("2026-12", DECEMBER, UsedFilter.ALL)).isEmpty();
    }

    @Test
    void correctionsAreFilteredLikeOtherRows() {
        assertThat(ledgers.billed("2026-11", NOVEMBER, region("us-west-2"))).hasSize(2);
        assertThat(ledgers.billed("2026-11", NOVEMBER, UsedFilter.ofModel("acme.one"))).hasSize(2);
        assertThat(ledgers.billed("2026-11", NOVEMBER, team("ads"))).hasSize(2);
        assertThat(ledgers.billed("2026-11", NOVEMBER, region("eu-west-1"))).isEmpty();
        assertThat(ledgers.billed("2026-11", NOVEMBER, UsedFilter.ofModel("acme"))).isEmpty();
        assertThat(ledgers.billed("2026-11", NOVEMBER, team("search"))).isEmpty();
    }
}
