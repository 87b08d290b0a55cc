package dev.tallystone.monitor.close;

import dev.tallystone.board.BoardSettings;
import dev.tallystone.board.close.Statement;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.focus.Coverage;
import dev.tallystone.pricing.focus.FocusCorrections;
import dev.tallystone.pricing.focus.FocusRow;
import dev.tallystone.pricing.focus.FocusRows;
import dev.tallystone.pricing.focus.Payer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a closed month should have said more or less: the same month stated again, with the calls that came later and by
 * what holds now, against all that was signed of it.
 *
 * @param lateRequests
 *            calls that were counted after it was closed
 * @param why
 *            what is other than it was; empty where nothing is
 * @param withheld
 *            why there are no rows, though something is other: calls have no price now; {@code ""} where nothing is
 *            withheld
 * @param rows
 *            of the month in which it is billed
 */
public record Correction(YearMonth month, long lateRequests, List<String> why, String withheld, List<FocusRow> rows) {

    /** What the present depends on. */
    public record Now(BoardSettings settings, PriceBook book, Payer payer) {}

    public Correction {
        why = List.copyOf(why);
        rows = List.copyOf(rows);
    }

    /**
     * Reads the month's files, so not on a thread that must not wait.
     *
     * @param later
     *            months that were closed after it, whose corrections of it are signed too
     */
    static Correction of(ClosedMonth closed, List<ClosedMonth> later, List<TallyRow> sinceThen, YearMonth billedIn,
            Now now) {
        List<TallyRow> late = Stream.concat(later.stream().flatMap(month -> month.late().stream()), sinceThen.stream())
                .filter(row -> contains(closed.month(), row))
                .toList();
        List<String> why = why(closed, late, now);
        if (why.isEmpty() && later.isEmpty()) {
            return new Correction(closed.month(), 0, why, "", List.of());
        }
        Statement again = Statement.again(closed.month(), closed.manifest().since(),
                closed.tallies(now.settings.metadataKeys()), late, now.settings, now.book);
        String withheld = withheld(closed.manifest().coverage(), again.costs().coverage());
        if (!withheld.isEmpty()) {
            return new Correction(closed.month(), requests(late), why, withheld, List.of());
        }
        return new Correction(closed.month(), requests(late), why, "", FocusCorrections.of(closed.month(),
                signed(closed, later), rows(again.costs(), now.payer), billedIn,
                why.isEmpty() ? "as it was closed at first" : String.join("; ", why)));
    }

    /** What has no price now, and had one or was not there, must not be taken for a credit. */
    private static String withheld(Coverage signed, Coverage now) {
        long more = now.requests() - now.pricedRequests() - (signed.requests() - signed.pricedRequests());
        return more > 0
                ? "%d calls more than were signed have no price now; once they have one, it is corrected"
                        .formatted(more)
                : "";
    }

    private static boolean contains(YearMonth month, TallyRow row) {
        var at = Instant.ofEpochMilli(row.key().bucket() * TallyKey.BUCKET_MS);
        return !at.isBefore(Statement.begin(month)) && at.isBefore(Statement.end(month));
    }

    private static List<FocusRow> signed(ClosedMonth closed, List<ClosedMonth> later) {
        var signed = new ArrayList<>(closed.charges());
        later.stream()
                .flatMap(month -> month.corrections().stream())
                .filter(row -> FocusCorrections.month(row).equals(closed.month()))
                .forEach(signed::add);
        return signed;
    }

    private static List<String> why(ClosedMonth closed, List<TallyRow> late, Now now) {
        var why = new ArrayList<String>();
        if (!late.isEmpty()) {
            why.add("%d calls were counted later".formatted(requests(late)));
        }
        if (!now.book.digest().equals(closed.manifest().book())) {
            why.add("prices of book %s".formatted(now.book.digest()));
        }
        if (!Terms.of(now.settings).digest().equals(closed.manifest().terms())) {
            why.add("names, teams, agreements or owned units are configured otherwise");
        }
        return why;
    }

    private static long requests(List<TallyRow> rows) {
        return rows.stream().mapToLong(row -> row.quantities().get(Measure.REQUESTS)).sum();
    }

    /** Of all rows. */
    public Costs costs() {
        return sum(rows.stream());
    }

    /** Of an export, in its order. */
    public static List<FocusRow> rows(CostExport costs, Payer payer) {
        var rows = new FocusRows(payer, costs.bookDigest());
        return costs.charges().stream().map(rows::row).toList();
    }

    /** What rows cost together. */
    static Costs sum(Stream<FocusRow> rows) {
        return rows.map(FocusRow::costsOnce).reduce(Costs.ZERO, Costs::plus);
    }
}
