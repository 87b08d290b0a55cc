package dev.tallystone.board.close;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.BoardState;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.board.costs.Exporter;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a UTC month cost: the tallies, and the charges that follow from them by one price book and one set of names,
 * teams, agreements and owned units.
 *
 * @param tallies
 *            by cell and day, by minute for what is owned by the hour; enough to state the month again by other prices
 */
public record Statement(YearMonth month, List<TallyRow> tallies, CostExport costs) {

    public Statement {
        tallies = List.copyOf(tallies);
    }

    /** As the past is known now. */
    public static Statement of(YearMonth month, Past past) {
        return new Statement(month, past.tallies(days(month)), Exporter.days(past, days(month), UsedFilter.ALL));
    }

    /** The same month stated again: with calls that came later, and by what holds now. */
    public static Statement again(YearMonth month, Instant since, List<TallyRow> tallies, List<TallyRow> late,
            BoardSettings settings, PriceBook book) {
        return of(month, past(month, since, Stream.concat(tallies.stream(), late.stream()).toList(), settings, book));
    }

    /** The past of one month alone, until its end. */
    public static Past past(YearMonth month, Instant since, List<TallyRow> tallies, BoardSettings settings,
            PriceBook book) {
        var state = new BoardState(settings, book);
        state.merge(tallies);
        state.advanceTo(end(month));
        return state.pastSince(since);
    }

    /** Its days. */
    public static Span.Days days(YearMonth month) {
        return new Span.Days(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** Its first moment. */
    public static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Behind its last moment. */
    public static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }
}
