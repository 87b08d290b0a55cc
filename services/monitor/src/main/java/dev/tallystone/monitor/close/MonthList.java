package dev.tallystone.monitor.close;

import dev.tallystone.board.Past;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.close.Statement;
import dev.tallystone.board.costs.CostEntry;
import dev.tallystone.board.costs.CostExport;
import dev.tallystone.board.costs.Exporter;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.close.Correction.Now;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.focus.Coverage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every month that is kept or closed, oldest first.
 *
 * @param billedIn
 *            the first month behind those that are closed: what came later is billed there
 */
public record MonthList(List<Line> months, Optional<YearMonth> billedIn) {

    /** Whether it can still change. */
    public enum State {
        OPEN,
        CLOSED
    }

    /**
     * A month.
     *
     * @param corrections
     *            of earlier months, billed in it
     * @param closing
     *            present once it is closed
     */
    public record Line(YearMonth month, State state, Costs costs, Costs corrections, long requests,
            long unpricedRequests, Optional<Closing> closing) {}

    /**
     * How it was closed, and what is other since then.
     *
     * @param incomplete
     *            what it lacked, and was accepted
     * @param changedFiles
     *            that are not what was signed
     * @param lateRequests
     *            all that were counted since then
     * @param withheld
     *            why nothing is corrected, though something is other; {@code ""} where nothing is withheld
     * @param correction
     *            not billed yet
     */
    public record Closing(Instant at, String digest, String book, List<String> incomplete, List<String> changedFiles,
            long lateRequests, List<String> why, String withheld, Costs correction) {}

    public MonthList {
        months = List.copyOf(months);
    }

    /** Months that can still change, as the past is known now; those of {@code closed} are left out. */
    public static List<Line> open(Past past, ClosedMonths closed) {
        YearMonth first = YearMonth.from(LocalDate.ofInstant(past.since(), ZoneOffset.UTC));
        YearMonth last = YearMonth.from(LocalDate.ofInstant(past.asOf(), ZoneOffset.UTC));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .filter(month -> closed.find(month).isEmpty())
                .map(month -> open(month, Exporter.days(past, Statement.days(month), UsedFilter.ALL)))
                .toList();
    }

    private static Line open(YearMonth month, CostExport known) {
        Coverage coverage = known.coverage();
        Costs costs = known.entries().stream().map(CostEntry::costs).reduce(Costs.ZERO, Costs::plus);
        return new Line(month, State.OPEN, costs, Costs.ZERO,
                coverage.requests(), coverage.requests() - coverage.pricedRequests(), Optional.empty());
    }

    /** With those that are closed. Reads their files. */
    public static MonthList of(List<Line> open, ClosedMonths closed, List<TallyRow> late, Now now) {
        List<Correction> corrections = closed.nextBilled()
                .map(month -> closed.corrections(month, late, now))
                .orElse(List.of());
        var lines = new ArrayList<Line>();
        closed.months().forEach(month -> lines.add(closed(month, corrections)));
        Costs pending = corrections.stream().map(Correction::costs).reduce(Costs.ZERO, Costs::plus);
        open.forEach(
                line -> lines.add(closed.nextBilled().equals(Optional.of(line.month)) ? with(line, pending) : line));
        lines.sort(Comparator.comparing(Line::month));
        return new MonthList(lines, closed.nextBilled());
    }

    private static Line with(Line line, Costs corrections) {
        return new Line(line.month, line.state, line.costs, corrections, line.requests, line.unpricedRequests,
                line.closing);
    }

    private static Line closed(ClosedMonth month, List<Correction> corrections) {
        Manifest manifest = month.manifest();
        Optional<Correction> correction = corrections.stream()
                .filter(each -> each.month().equals(month.month()))
                .findFirst();
        var closing = new Closing(manifest.closedAt(), month.digest(), manifest.book(), manifest.incomplete(),
                month.changedFiles(), correction.map(Correction::lateRequests).orElse(0L),
                correction.map(Correction::why).orElse(List.of()),
                correction.map(Correction::withheld).orElse(""),
                correction.map(Correction::costs).orElse(Costs.ZERO));
        return new Line(month.month(), State.CLOSED, manifest.costs().costs(), manifest.corrections().costs(),
                manifest.coverage().requests(),
                manifest.coverage().requests() - manifest.coverage().pricedRequests(), Optional.of(closing));
    }

    /** For a terminal. */
    public String text() {
        return MonthText.of(this);
    }
}
