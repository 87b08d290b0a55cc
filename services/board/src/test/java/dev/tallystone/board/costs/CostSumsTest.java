package dev.tallystone.board.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Board;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.Boards;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.FocusColumn;
import dev.tallystone.pricing.focus.FocusRow;
import dev.tallystone.pricing.focus.FocusRows;
import dev.tallystone.pricing.focus.Payer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Whatever the export is split by, it adds up to the board's cost of the same days, to the last digit. */
class CostSumsTest {

    private static final Instant AS_OF = Instant.parse("2026-10-15T18:37:13.250Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-10-16T00:00:00Z");
    private static final Span.Days OCTOBER = new Span.Days(LocalDate.parse("2026-10-01"),
            LocalDate.parse("2026-11-01"));
    private static final Span.Days TODAY = new Span.Days(LocalDate.parse("2026-10-15"), LocalDate.parse("2026-10-16"));
    private static final int LEDGERS = 8;

    private final long seed = Long.getLong("seed", System.nanoTime());

    private static BoardState state(long seed, Instant until) {
        var ledgers = new Ledgers(seed);
        BoardState state = ledgers.boards().state();
        state.merge(ledgers.calls(150, until));
        return state;
    }

    private static Costs sum(List<CostEntry> entries) {
        return entries.stream().map(CostEntry::costs).reduce(Costs.ZERO, Costs::plus);
    }

    private static List<FocusRow> rows(CostExport export) {
        var rows = new FocusRows(Payer.of("999988887777"), export.bookDigest());
        return export.charges().stream().map(rows::row).toList();
    }

    private static Usd sum(List<FocusRow> rows, FocusColumn column, Predicate<FocusRow> which) {
        return rows.stream()
                .filter(which)
                .map(row -> new Usd(row.decimal(column).orElseThrow()))
                .reduce(Usd.ZERO, Usd::plus);
    }

    /** A reader adds two columns up over everything, and two over usage alone, as FOCUS says. */
    private static Costs sumOfRows(CostExport export) {
        List<FocusRow> rows = rows(export);
        Predicate<FocusRow> isUsage = row -> row.value(FocusColumn.CHARGE_CATEGORY).equals(Optional.of("Usage"));
        return new Costs(sum(rows, FocusColumn.LIST_COST, isUsage), sum(rows, FocusColumn.CONTRACTED_COST, isUsage),
                sum(rows, FocusColumn.EFFECTIVE_COST, _ -> true), sum(rows, FocusColumn.BILLED_COST, _ -> true));
    }

    @Test
    void rowsAddUpToTheBoardsMonthAndDay() {
        for (long i = seed; i < seed + LEDGERS; i++) {
            BoardState state = state(i, AS_OF);
            Board board = state.board(AS_OF, Boards.trust(Boards.LONG_AGO));
            CostExport month = Exporter.days(state.past(), OCTOBER, UsedFilter.ALL);
            CostExport today = Exporter.days(state.past(), TODAY, UsedFilter.ALL);

            assertThat(sumOfRows(month)).as("seed %d, replay with -Dseed", i).isEqualTo(board.thisMonth().costs());
            assertThat(sumOfRows(today)).as("seed %d", i).isEqualTo(board.today().costs());
            assertThat(sum(month.entries())).as("seed %d", i).isEqualTo(board.thisMonth().costs());
            assertThat(month.entries().stream().map(CostEntry::uncertain).reduce(Usd.ZERO, Usd::plus))
                    .as("seed %d", i)
                    .isEqualTo(board.thisMonth().uncertain());
        }
    }

    @Test
    void hoursAddUpToTheDay() {
        for (long i = seed; i < seed + LEDGERS; i++) {
            BoardState state = state(i, MIDNIGHT);
            state.board(MIDNIGHT, Boards.trust(Boards.LONG_AGO));
            UsedFilter pricedWhole = UsedFilter.ofModel("acme.two");
            CostExport day = Exporter.days(state.past(), TODAY, UsedFilter.ALL);
            CostExport hours = Exporter.hours(state.past(), UsedFilter.ALL);

            assertThat(hours.coverage().requests()).as("seed %d", i).isEqualTo(day.coverage().requests());
            assertThat(standing(hours)).as("seed %d, replay with -Dseed", i).isEqualTo(standing(day));
            assertThat(sumOfRows(hours)).as("seed %d", i).isEqualTo(sum(hours.entries()));
            assertThat(sum(Exporter.hours(state.past(), pricedWhole).entries())).as("seed %d", i)
                    .isEqualTo(sum(Exporter.days(state.past(), TODAY, pricedWhole).entries()));
        }
    }

    private static Costs standing(CostExport export) {
        return sum(export.entries().stream().filter(entry -> entry.coverage().requests() == 0).toList());
    }

    @Test
    void teamsRegionsAndModelsChangeNothing() {
        for (long i = seed; i < seed + LEDGERS; i++) {
            BoardState state = state(i, AS_OF);
            Costs month = state.board(AS_OF, Boards.trust(Boards.LONG_AGO)).thisMonth().costs();
            Past past = state.past();

            assertThat(split(past, Ledgers.TEAMS, CostSumsTest::ofTeam)).as("seed %d, replay with -Dseed", i)
                    .isEqualTo(month);
            assertThat(split(past, Ledgers.REGIONS, CostSumsTest::ofRegion)).as("seed %d", i).isEqualTo(month);
            assertThat(split(past, List.of("acme.one", "acme.two", "acme.half", "acme.unknown", "acme.custom",
                    "acme.imported", Ledgers.TRIAL), UsedFilter::ofModel)).as("seed %d", i).isEqualTo(month);
        }
    }

    private static UsedFilter ofTeam(String team) {
        return new UsedFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(team));
    }

    private static UsedFilter ofRegion(String region) {
        return new UsedFilter(Optional.empty(), Optional.of(region), Optional.empty(), Optional.empty());
    }

    private static Costs split(Past past, List<String> names, Function<String, UsedFilter> filter) {
        return names.stream()
                .map(name -> sumOfRows(Exporter.days(past, OCTOBER, filter.apply(name))))
                .reduce(Costs.ZERO, Costs::plus);
    }

    @Test
    void groupsOfAnySubsetAddUpToTheSameTotal() {
        BoardState state = state(seed, AS_OF);
        Costs month = state.board(AS_OF, Boards.trust(Boards.LONG_AGO)).thisMonth().costs();
        CostExport export = Exporter.days(state.past(), OCTOBER, UsedFilter.ALL);
        for (int bits = 0; bits < 1 << Dimension.ALL.size(); bits++) {
            for (Grain grain : List.of(Grain.DAY, Grain.MONTH)) {
                GroupedCosts grouped = GroupedCosts.of(export, grain, subset(bits));

                assertThat(grouped.lines()
                        .stream()
                        .map(line -> line.sum().costs())
                        .reduce(Costs.ZERO, Costs::plus)).as("seed %d, %s by %s", seed, grain, grouped.group())
                        .isEqualTo(month)
                        .isEqualTo(grouped.total().costs());
            }
        }
    }

    private static Set<Dimension> subset(int bits) {
        var subset = EnumSet.noneOf(Dimension.class);
        Dimension.ALL.stream().filter(dimension -> (bits >> dimension.ordinal() & 1) == 1).forEach(subset::add);
        return subset;
    }
}
