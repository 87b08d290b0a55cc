package dev.tallystone.board.chargeback;

import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.chargeback.DividedCharge.Line;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import dev.tallystone.pricing.allocation.IdlePolicy;
import dev.tallystone.pricing.standing.StandingCosts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * All standing charges of a stretch of time, divided among teams: what calls divide, by the hour; the rest to its
 * owner. An hour belongs to where it begins. In each of the four costs the lines add up to the total, which is what
 * accrued.
 *
 * @param to
 *            never later than {@code asOf}
 * @param idle
 *            who takes what nobody used
 * @param since
 *            the oldest tally; hours that began before are not divided by calls
 * @param countedSince
 *            when counting began; hours between the oldest tally and it are divided by what was imported of them
 * @param lines
 *            over all charges: used before unused, each dearest first
 */
public record Chargeback(String window, Instant from, Instant to, Instant asOf, IdlePolicy idle, Instant since,
        Instant countedSince, Costs total, List<Owed> lines, List<DividedCharge> charges) {

    /** So many of the last hours can be asked for. */
    public static final int MAX_HOURS = 24;

    /** In longer windows, rows are of days. */
    public static final int MAX_HOURS_SHOWN = 48;

    public Chargeback {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
    }

    /** What a team, {@code idle} or {@code unallocated} takes of all charges. */
    public record Owed(String line, Use use, Costs costs) {}

    /**
     * Of the last hours, up to the last full minute.
     *
     * @throws IllegalArgumentException
     *             when the hours are not from 1 to {@value #MAX_HOURS}
     */
    public static Chargeback ofLast(Past past, long hours) {
        if (hours < 1 || hours > MAX_HOURS) {
            throw new IllegalArgumentException("hours must lie between 1 and %d, not %d".formatted(MAX_HOURS, hours));
        }
        long ms = past.asOf().toEpochMilli();
        Instant to = Instant.ofEpochMilli(ms - Math.floorMod(ms, CellHistory.MINUTE_MS));
        return of(past, "the last %d hour%s".formatted(hours, hours == 1 ? "" : "s"),
                to.minus(Duration.ofHours(hours)), to);
    }

    /** Of a window that is named so. */
    public static Chargeback of(Past past, String window, Span span) {
        return of(past, window, span.from(past.asOf()).orElse(past.since()), span.to(past.asOf()));
    }

    private static Chargeback of(Past past, String window, Instant from, Instant to) {
        var costs = new StandingCosts(past.pricer());
        List<DividedCharge> charges = past.standing()
                .stream()
                .map(charge -> new Division(past, charge, from, to).divide())
                .toList();
        return new Chargeback(window, from, to, past.asOf(), past.settings().idle(), past.since(), past.countedSince(),
                costs.accrued(past.standing(), from, to), owed(charges), charges);
    }

    private static List<Owed> owed(List<DividedCharge> charges) {
        record Key(String line, Use use) {}
        var sums = new HashMap<Key, Costs>();
        for (DividedCharge charge : charges) {
            for (Line line : charge.lines()) {
                sums.merge(new Key(line.line(), line.use()), line.costs(), Costs::plus);
            }
        }
        return sums.entrySet()
                .stream()
                .map(sum -> new Owed(sum.getKey().line, sum.getKey().use, sum.getValue()))
                .sorted(Comparator.comparing(Owed::use)
                        .thenComparing((Owed owed) -> owed.costs().effective(), Comparator.reverseOrder())
                        .thenComparing(Owed::line))
                .toList();
    }
}
