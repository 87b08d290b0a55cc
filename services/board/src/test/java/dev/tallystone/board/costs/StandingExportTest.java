package dev.tallystone.board.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallystone.board.Boards;
import dev.tallystone.board.ModelSearch;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Use;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.ModelAlias;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.FocusColumn;
import dev.tallystone.pricing.focus.FocusRow;
import dev.tallystone.pricing.focus.FocusRows;
import dev.tallystone.pricing.focus.Payer;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.pricing.standing.Holding;
import dev.tallystone.pricing.standing.ImportUnits;
import dev.tallystone.pricing.standing.ModelStorage;
import dev.tallystone.pricing.standing.ReservedBlock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * What accrues by the calendar, as rows: a unit without a term for $20, 24 in the list, a unit of a custom model for
 * $60 under a term, a block of 100,000 tokens in and 10,000 out a minute for $1.20, storage and an import.
 */
class StandingExportTest {

    private static final Instant NOON = Boards.NOON;
    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");
    private static final String ARN = "arn:aws:bedrock:us-west-2:123456789012:provisioned-model/fraud";
    private static final Commitment TRIAL = new Commitment(held("trial", "acme.one", "", OCTOBER), 1,
            PricingOption.PROVISIONED_NONE, Usd.of("20"), false, Optional.empty());
    private static final Commitment FRAUD = new Commitment(held("fraud", ARN, "risk", Boards.LONG_AGO), 1,
            PricingOption.PROVISIONED_1MO, Usd.of("60"), true, Optional.empty());
    private static final ReservedBlock BLOCK = new ReservedBlock(held("chat", "acme.two", "search", OCTOBER),
            PricingOption.RESERVED_1MO, new ReservedTokens(Usd.of("0.01"), Usd.of("0.02"), 100_000, 10_000), true);
    private static final ModelStorage STORED = new ModelStorage(held("v7", "acme.custom", "risk", OCTOBER),
            Usd.of("1.95"));
    private static final ImportUnits IMPORTED = new ImportUnits(held("llama", "acme.imported", "", OCTOBER), "v1", 2,
            Usd.of("0.05"));

    private final Boards boards = new Boards()
            .aliases(new ModelAlias(ARN, "acme.one", Routing.IN_REGION, true, Boards.LONG_AGO, Instant.MAX))
            .capacities(new UnitCapacity("acme.one", 1_000_000, 200_000, "contract"))
            .commitments(TRIAL, FRAUD, BLOCK, STORED, IMPORTED);

    private static Holding held(String id, String model, String owner, Instant start) {
        return new Holding(id, "123456789012", "us-west-2", model, owner, start, Optional.empty(), "");
    }

    private static Span.Days days(String from, String to) {
        return new Span.Days(LocalDate.parse(from), LocalDate.parse(to));
    }

    private Past past(Instant asOf, TallyRow... rows) {
        return boards.past(asOf, List.of(rows));
    }

    private static List<FocusRow> rows(CostExport export) {
        var rows = new FocusRows(Payer.of("999988887777"), export.bookDigest());
        return export.charges().stream().map(rows::row).toList();
    }

    private List<FocusRow> today(UsedFilter filter, TallyRow... rows) {
        return rows(Exporter.days(past(NOON, rows), days("2026-10-10", "2026-10-11"), filter));
    }

    private static String text(FocusRow row, FocusColumn column) {
        return row.value(column)
                .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString())
                .orElse("");
    }

    private static Usd sum(List<FocusRow> rows, String category, FocusColumn column) {
        return rows.stream()
                .filter(row -> text(row, FocusColumn.CHARGE_CATEGORY).equals(category))
                .map(row -> new Usd(row.decimal(column).orElseThrow()))
                .reduce(Usd.ZERO, Usd::plus);
    }

    private static UsedFilter of(String model, String team) {
        return new UsedFilter(Optional.of(model).filter(text -> !text.isEmpty()), Optional.empty(),
                Optional.empty(), Optional.of(team).filter(text -> !text.isEmpty()));
    }

    private static UsedFilter ofMode(Mode mode) {
        return new UsedFilter(Optional.empty(), Optional.empty(), Optional.of(mode), Optional.empty());
    }

    private List<String> names(UsedFilter filter) {
        return today(filter).stream()
                .map(row -> text(row, FocusColumn.CHARGE_DESCRIPTION).replaceFirst(":.*", ""))
                .distinct()
                .toList();
    }

    @Test
    void aUnitWithoutATermHasItsListPriceAndIsNoCommitment() {
        boards.commitments(TRIAL);

        assertThat(today(UsedFilter.ALL)).singleElement().satisfies(row -> {
            assertThat(text(row, FocusColumn.LIST_COST)).as("12 hours").isEqualTo("288");
            assertThat(text(row, FocusColumn.EFFECTIVE_COST)).isEqualTo("240");
            assertThat(text(row, FocusColumn.COMMITMENT_DISCOUNT_ID)).isEmpty();
            assertThat(text(row, FocusColumn.X_COST_BASIS)).isEqualTo("estimate at stated price, list by price book");
            assertThat(text(row, FocusColumn.X_PRICE_SOURCE)).isEqualTo("configuration of trial; list: page");
            assertThat(text(row, FocusColumn.TAGS)).isEqualTo("{\"team\":\"unallocated\"}");
        });
    }

    @Test
    void aRowEndsWhereTheListPriceChanges() {
        Instant named = NOON.minusSeconds(6 * 3_600);
        boards.aliases(new ModelAlias(ARN, "acme.one", Routing.IN_REGION, true, named, Instant.MAX))
                .commitments(new Commitment(held("trial", ARN, "", OCTOBER), 1, PricingOption.PROVISIONED_NONE,
                        Usd.of("20"), false, Optional.empty()));

        assertThat(today(UsedFilter.ALL)).extracting(row -> text(row, FocusColumn.CHARGE_PERIOD_END),
                row -> text(row, FocusColumn.LIST_COST), row -> text(row, FocusColumn.EFFECTIVE_COST))
                .containsExactly(tuple("2026-10-10T06:00:00Z", "120", "120"),
                        tuple("2026-10-10T12:00:00Z", "144", "120"));
    }

    @Test
    void aBlockIsBoughtOnceAMonthAndServedByTheHour() {
        boards.commitments(BLOCK);
        Instant november = Instant.parse("2026-11-01T00:00:00Z");
        List<FocusRow> rows = rows(Exporter.days(past(november), days("2026-10-01", "2026-11-01"), UsedFilter.ALL));

        assertThat(rows).filteredOn(row -> text(row, FocusColumn.CHARGE_CATEGORY).equals("Purchase"))
                .extracting(row -> text(row, FocusColumn.SKU_ID), row -> text(row, FocusColumn.BILLED_COST),
                        row -> text(row, FocusColumn.EFFECTIVE_COST), row -> text(row, FocusColumn.CHARGE_PERIOD_END))
                .containsExactly(tuple("acme.two/reserved_input", "744", "0", "2026-11-01T00:00:00Z"),
                        tuple("acme.two/reserved_output", "148.8", "0", "2026-11-01T00:00:00Z"));
        assertThat(sum(rows, "Usage", FocusColumn.EFFECTIVE_COST)).as("744 h of 1.20").isEqualTo(Usd.of("892.8"));
        assertThat(sum(rows, "Usage", FocusColumn.BILLED_COST)).isEqualTo(Usd.ZERO);
        assertThat(rows).hasSize(2 + 31 * 2)
                .allSatisfy(row -> assertThat(text(row, FocusColumn.COMMITMENT_DISCOUNT_ID)).isEqualTo("chat"));
    }

    @Test
    void storageAndImportsAreUsageThatBindsNobody() {
        boards.commitments(STORED, IMPORTED);

        assertThat(today(UsedFilter.ALL)).extracting(row -> text(row, FocusColumn.PRICING_QUANTITY),
                row -> text(row, FocusColumn.PRICING_UNIT), row -> text(row, FocusColumn.EFFECTIVE_COST),
                row -> text(row, FocusColumn.COMMITMENT_DISCOUNT_ID) + text(row, FocusColumn.CAPACITY_RESERVATION_ID),
                row -> text(row, FocusColumn.X_COST_BASIS))
                .containsExactly( // from 216 to 228 of October's 744 hours
                        tuple("0.01612903225806451613", "Model-Months", "0.0314516129032258064535", "",
                                "estimate at stated price, also as list: none in price book"),
                        tuple("1440", "Unit-Minutes", "72", "",
                                "estimate at stated price, also as list: none in price book"));
    }

    @Test
    void aFilterKeepsTheStandingChargesOfWhatIsAskedFor() {
        assertThat(names(of("acme.one", ""))).containsExactly("trial", "fraud");
        assertThat(names(of("", "risk"))).containsExactly("fraud", "v7");
        assertThat(names(of("", "unallocated"))).containsExactly("trial", "llama");
        assertThat(names(ofMode(Mode.RESERVED))).containsExactly("chat");
        assertThat(names(ofMode(Mode.ON_DEMAND))).isEmpty();
        assertThat(names(new UsedFilter(Optional.empty(), Optional.of("eu-west-1"), Optional.empty(),
                Optional.empty()))).isEmpty();
    }

    @Test
    void aModelThatIsOwnedIsFoundWithoutACall() {
        assertThat(ModelSearch.findWithStanding(past(NOON), "imported")).isEqualTo("acme.imported");
        assertThatIllegalArgumentException().isThrownBy(() -> ModelSearch.find(past(NOON), "imported"))
                .withMessageContaining("no model in use");
    }

    @Test
    void unitsAreUsedByTheMinuteForFortyDaysAndByTheDayBefore() {
        boards.commitments(new Commitment(held("fraud", ARN, "risk", Instant.parse("2026-08-01T00:00:00Z")), 1,
                PricingOption.PROVISIONED_1MO, Usd.of("60"), true, Optional.empty()));
        Past past = past(NOON, Use.of(ARN).at(NOON.minusSeconds(600), 500_000, 0),
                Use.of(ARN).at(NOON.minusSeconds(3 * 86_400), 7_200_000, 0),
                Use.of(ARN).at(NOON.minusSeconds(45 * 86_400), 7, 0));

        assertThat(used(past, "2026-10-07", "2026-10-08")).containsExactly(
                tuple("Used", "0.0166666667", "7200000", "by minute, capacity by contract"), // a whole minute of 60
                tuple("Unused", "23.9833333333", "", "by minute, capacity by contract"));
        assertThat(used(past, "2026-10-10", "2026-10-11")).containsExactly(
                tuple("Used", "0.0083333333", "500000", "by minute, capacity by contract"), // 0.5 / 60
                tuple("Unused", "11.9916666667", "", "by minute, capacity by contract"));
        assertThat(used(past, "2026-08-26", "2026-08-27")).containsExactly(tuple("Used", "24", "7", "by whole day"));
    }

    @Test
    void unitsThatServeTogetherShareFromTheHourInWhichBothRun() {
        var second = new Commitment(held("second", ARN, "risk", Instant.parse("2026-10-08T12:00:00Z")), 1,
                PricingOption.PROVISIONED_1MO, Usd.of("60"), true, Optional.empty());
        boards.commitments(FRAUD, second);
        Past past = past(NOON, Use.of(ARN).at(Instant.parse("2026-10-08T09:00:00Z"), 500_000, 0),
                Use.of(ARN).at(Instant.parse("2026-10-08T15:00:00Z"), 500_000, 0));

        assertThat(used(past, "2026-10-08", "2026-10-09")).filteredOn(row -> row.toList().getFirst().equals("Used"))
                .extracting(row -> row.toList().get(1))
                .containsExactly("0.0125", "0.0041666667"); // 0.5 / 60 and 0.25 / 60, then 0.25 / 60
    }

    private static List<Tuple> used(Past past, String from, String to) {
        return rows(Exporter.days(past, days(from, to), UsedFilter.ALL)).stream()
                .map(row -> tuple(text(row, FocusColumn.COMMITMENT_DISCOUNT_STATUS),
                        text(row, FocusColumn.PRICING_QUANTITY), text(row, FocusColumn.CONSUMED_QUANTITY),
                        text(row, FocusColumn.X_USED_METHOD)))
                .toList();
    }

    @Test
    void unitsOfUnstatedCapacityAreUsedInTheHoursWithCalls() {
        boards.commitments(FRAUD).capacities();

        assertThat(today(UsedFilter.ALL, Use.of(ARN).at(NOON.minusSeconds(600), 5, 0)))
                .extracting(row -> text(row, FocusColumn.PRICING_QUANTITY),
                        row -> text(row, FocusColumn.X_USED_METHOD))
                .containsExactly(tuple("1", "by hour with calls: capacity not stated"),
                        tuple("11", "by hour with calls: capacity not stated"));
    }

    @Test
    void aBlockIsUsedByTheCallsOfItsTier() {
        boards.commitments(BLOCK);
        TallyRow reserved = Use.of("acme.two").tier("reserved").at(NOON.minusSeconds(600), 50_000, 0);
        TallyRow over = Use.of("acme.two").tier("reserved").at(NOON.minusSeconds(1_200), 250_000, 0);
        TallyRow standard = Use.of("acme.two").at(NOON.minusSeconds(600), 50_000, 0);

        assertThat(today(of("", "search"), reserved, over, standard))
                .extracting(row -> text(row, FocusColumn.SKU_METER),
                        row -> text(row, FocusColumn.COMMITMENT_DISCOUNT_STATUS),
                        row -> text(row, FocusColumn.PRICING_QUANTITY),
                        row -> text(row, FocusColumn.CONSUMED_QUANTITY))
                .containsExactly(tuple("Reserved Input", "Used", "2.5", "150000"), // 50 + 100 thousand, / 60
                        tuple("Reserved Input", "Unused", "1197.5", ""),
                        tuple("Reserved Output", "Unused", "120", ""));
    }

    @Test
    void hoursWithoutACallHaveTheirStandingCharges() {
        boards.commitments(TRIAL);

        List<FocusRow> rows = rows(Exporter.hours(past(NOON.plusSeconds(1_800)), UsedFilter.ALL));

        assertThat(rows).as("from 13:00, since the minutes before 12:30 are gone").hasSize(23);
        assertThat(text(rows.getFirst(), FocusColumn.CHARGE_PERIOD_START)).isEqualTo("2026-10-09T13:00:00Z");
        assertThat(text(rows.getLast(), FocusColumn.CHARGE_PERIOD_END)).isEqualTo("2026-10-10T12:00:00Z");
        assertThat(rows).allSatisfy(row -> assertThat(text(row, FocusColumn.EFFECTIVE_COST)).isEqualTo("20"));
    }
}
