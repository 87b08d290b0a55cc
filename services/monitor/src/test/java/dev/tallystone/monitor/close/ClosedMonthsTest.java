package dev.tallystone.monitor.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.close.Statement;
import dev.tallystone.monitor.close.MonthList.Line;
import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.focus.FocusColumn;
import dev.tallystone.pricing.focus.FocusCorrections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model costs 3 dollars a million. */
class ClosedMonthsTest {

    private static final String NOVEMBER = "2026-11-02T00:00:00Z";
    private static final String DECEMBER = "2026-12-02T00:00:00Z";

    @TempDir
    private Path folder;
    private Ledgers ledgers;

    @BeforeEach
    void countSomeMonths() {
        ledgers = new Ledgers(folder.resolve("closed"));
        ledgers.call("acme.one", "2026-09-30T23:59:50Z", 100);
        ledgers.call("acme.one", "2026-10-05T08:00:00Z", 1);
        ledgers.call("acme.one", "2026-10-31T23:59:59Z", 2);
        ledgers.call("acme.one", "2026-11-01T00:00:00Z", 10);
    }

    private Line line(String month, String asOf) {
        return ledgers.list(asOf)
                .months()
                .stream()
                .filter(line -> line.month().equals(YearMonth.parse(month)))
                .findFirst()
                .orElseThrow();
    }

    private void assertCosts(String month, String asOf, String costs, String corrections) {
        assertThat(line(month, asOf).costs().effective().amount()).isEqualByComparingTo(costs);
        assertThat(line(month, asOf).corrections().effective().amount()).isEqualByComparingTo(corrections);
    }

    @Test
    void whatIsClosedIsTheMonthToTheSecondUnderADigest() {
        ClosedMonth closed = ledgers.close("2026-10", NOVEMBER);

        assertCosts("2026-10", NOVEMBER, "9", "0");
        assertCosts("2026-11", NOVEMBER, "30", "0");
        assertThat(closed.manifest().incomplete()).isEmpty();
        assertThat(line("2026-10", NOVEMBER).closing().orElseThrow().digest()).hasSize(64);
        assertThat(line("2026-10", NOVEMBER).closing().orElseThrow().changedFiles()).isEmpty();
    }

    @Test
    void itsFilesTellTheSameMonthUnderThePricesOfThen() {
        ClosedMonth closed = ledgers.close("2026-10", NOVEMBER);
        ledgers.price("5.00");

        Statement told = Statement.of(YearMonth.parse("2026-10"), closed.past());

        assertThat(FocusCorrections.of(told.month(), closed.charges(), Correction.rows(told.costs(), Ledgers.PAYER),
                YearMonth.parse("2026-11"), "test")).isEmpty();
        assertThat(closed.charges()).hasSize(2);
    }

    @Test
    void whatComesLaterIsACorrectionInTheNextMonth() {
        ledgers.close("2026-10", NOVEMBER);

        ledgers.call("acme.one", "2026-10-07T00:00:00Z", 5);

        assertCosts("2026-10", NOVEMBER, "9", "0");
        assertCosts("2026-11", NOVEMBER, "30", "15");
        assertThat(line("2026-10", NOVEMBER).closing().orElseThrow().why())
                .containsExactly("1 calls were counted later");
    }

    @Test
    void aCorrectionIsSignedOnceThoughItsTalliesAreNoLongerKept() {
        ledgers.close("2026-10", NOVEMBER);
        ledgers.call("acme.one", "2026-10-07T00:00:00Z", 5);
        ledgers.close("2026-11", DECEMBER);

        ledgers.restart(5);

        assertCosts("2026-11", DECEMBER, "30", "15");
        ledgers.call("acme.one", "2026-12-01T00:00:00Z", 1);
        assertCosts("2026-12", DECEMBER, "3", "0");
        ledgers.call("acme.one", "2026-10-08T00:00:00Z", 7);
        assertCosts("2026-12", DECEMBER, "3", "21");
    }

    @Test
    void aCorrectionIsSignedOnceAlsoWithoutARestart() {
        ledgers.close("2026-10", NOVEMBER);
        ledgers.call("acme.one", "2026-10-07T00:00:00Z", 5);
        ledgers.close("2026-11", DECEMBER);

        ledgers.call("acme.one", "2026-12-01T00:00:00Z", 1);

        assertCosts("2026-12", DECEMBER, "3", "0");
    }

    @Test
    void lateCallsAreFoundAgainAfterARestart() {
        ledgers.close("2026-10", NOVEMBER);
        ledgers.call("acme.one", "2026-10-07T00:00:00Z", 5);

        ledgers.restart(0);

        assertCosts("2026-11", NOVEMBER, "30", "15");
    }

    @Test
    void anotherPriceOrAgreementIsACorrectionToo() {
        ledgers.close("2026-10", NOVEMBER);

        ledgers.price("4.00");

        assertCosts("2026-10", NOVEMBER, "9", "0");
        assertCosts("2026-11", NOVEMBER, "40", "3");
        ledgers.agreements(new Agreements(List.of(new Agreement("edp", Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), new Agreement.PercentOff(new BigDecimal("50")), Instant.EPOCH,
                Instant.MAX, "paper"))));
        assertCosts("2026-11", NOVEMBER, "20", "-3");
        assertThat(line("2026-10", NOVEMBER).closing().orElseThrow().why()).hasSize(2);
    }

    @Test
    void aFileThatIsChangedIsNamed() throws IOException {
        ClosedMonth closed = ledgers.close("2026-10", NOVEMBER);
        Path charges = closed.folder().resolve("charges.json");

        Files.writeString(charges, Files.readString(charges).replace("\"BilledCost\":3,", "\"BilledCost\":2,"));

        assertThat(line("2026-10", NOVEMBER).closing().orElseThrow().changedFiles()).containsExactly("charges.json");
        assertThat(ledgers.list(NOVEMBER).text()).contains("CHANGED since it was signed: charges.json");
    }

    @Test
    void refusesAMonthThatStillRunsOrIsClosed() {
        assertRefused("2026-11", NOVEMBER,
                "2026-11 can be closed once everything until 2026-12-01T00:05:00Z is counted");
        assertRefused("2026-10", "2026-11-01T00:04:59Z", "not yet at 2026-11-01T00:04:59Z");
        ledgers.close("2026-10", NOVEMBER);
        assertRefused("2026-10", NOVEMBER, "is closed already");
        assertRefused("2026-09", NOVEMBER, "2026-09 cannot be closed after 2026-10");
        assertRefused("2026-07", NOVEMBER, "cannot be closed after");
    }

    @Test
    void refusesAMonthOfWhichNothingIsKept() {
        assertRefused("2026-07", NOVEMBER, "of 2026-07 nothing is kept");
    }

    private void assertRefused(String month, String asOf, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> ledgers.close(month, asOf)).withMessageContaining(why);
    }

    @Test
    void whatIsMissingMustBeAcceptedAndStandsInTheStatement() {
        ledgers.call("acme.unknown", "2026-10-06T00:00:00Z", 1);
        ledgers.gaps(2);
        ledgers.heldRows(3);
        assertRefused("2026-10", NOVEMBER, "1 of 3 requests have no price; 3 price rows are held");
        assertRefused("2026-10", NOVEMBER, "2 gaps");

        ClosedMonth closed = ledgers.close("2026-10", NOVEMBER, true);

        assertThat(closed.manifest().incomplete()).hasSize(3);
        assertThat(ledgers.list(NOVEMBER).text()).contains("accepted: 1 of 3 requests have no price");
    }

    @Test
    void whatHasNoPriceNowIsNoCredit() {
        ledgers.close("2026-10", NOVEMBER);

        ledgers.call("acme.unknown", "2026-10-07T00:00:00Z", 5);

        assertCosts("2026-11", NOVEMBER, "30", "0");
        assertThat(ledgers.list(NOVEMBER).text()).contains("WITHHELD: 1 calls more than were signed have no price now");
        assertRefused("2026-11", DECEMBER, "no correction of 2026-10: 1 calls more");
    }

    @Test
    void lateCallsThatAreNoLongerKeptMustBeAccepted() {
        ledgers.close("2026-10", NOVEMBER);
        ledgers.call("acme.one", "2026-10-07T00:00:00Z", 5);
        ledgers.call("acme.one", "2026-11-07T00:00:00Z", 5);

        ledgers.restart(5);

        assertRefused("2026-11", DECEMBER, "late calls in them are lost");
    }

    @Test
    void anotherOrderOfMetadataMovesNothing() {
        ledgers.close("2026-10", NOVEMBER);

        ledgers.metadataKeys("app", "team");

        assertThat(line("2026-10", NOVEMBER).closing().orElseThrow().why()).hasSize(1);
        assertThat(ledgers.billed("2026-11", NOVEMBER, UsedFilter.ALL))
                .noneMatch(row -> row.value(FocusColumn.CHARGE_CLASS).isPresent());
    }

    @Test
    void nothingIsClosedBehindTheBackOfAnotherMonitorOrByChangedFiles() throws IOException {
        var other = new Ledgers(folder.resolve("closed"));
        other.call("acme.one", "2026-10-05T08:00:00Z", 1);
        ClosedMonth closed = other.close("2026-10", NOVEMBER);
        assertRefused("2026-10", NOVEMBER, "another one closed a month; restart this one");

        ledgers.restart(0);
        Path late = closed.folder().resolve("late.jsonl");
        Files.writeString(late, " ");
        assertRefused("2026-11", DECEMBER, "[late.jsonl] are not what was signed");
    }

    @Test
    void aFolderThatIsMissingIsNotTakenForOneWithoutMonths() {
        var missing = new CloseSettings(Optional.of(folder.resolve("not-mounted")), Ledgers.PAYER);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ClosedMonths.open(missing))
                .withMessageContaining("not-mounted is no directory");
    }

    @Test
    void withoutAFolderNothingIsClosed() {
        var none = ClosedMonths.open(new CloseSettings(Optional.empty(), Ledgers.PAYER));

        assertThat(none.months()).isEmpty();
        assertThat(none.nextBilled()).isEmpty();
    }

    @Test
    void aMonthThatCannotBeReadIsNotForgotten() throws IOException {
        ClosedMonth closed = ledgers.close("2026-10", NOVEMBER);
        Files.writeString(closed.folder().resolve("month.json"), "{");

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ledgers.restart(0))
                .withMessageContaining("closed months in");
    }
}
