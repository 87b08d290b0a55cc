package dev.tallystone.board;

import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.ModelNames;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.standing.StandingCharge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was used until {@code asOf}, for questions that no board answers. Belongs to the thread that merges, and must
 * not outlive one answer.
 */
public final class Past {

    private static final long SECONDS_PER_DAY = 86_400;

    private final Collection<CellState> cells;
    private final OwnedPast owned;
    private final Pricer pricer;
    private final BoardSettings settings;
    private final Teams teams;
    private final Instant asOf;
    private final Instant since;
    private final Instant countedSince;

    Past(Collection<CellState> cells, OwnedPast owned, Pricer pricer, BoardSettings settings, Teams teams,
            Instant asOf, Instant since,
            Instant countedSince) {
        this.cells = cells;
        this.owned = owned;
        this.pricer = pricer;
        this.settings = settings;
        this.teams = teams;
        this.asOf = asOf;
        this.since = since;
        this.countedSince = countedSince;
    }

    /** Names and prices. */
    public Pricer pricer() {
        return pricer;
    }

    /** The same names and the prices of another book, whose changes these sums are cut at too. */
    public Pricer pricedBy(PriceBook other) {
        return new Pricer(other, new ModelNames(settings.aliases()), settings.agreements(),
                Stream.concat(pricer.book().changes().stream(), Teams.changes(settings.teamRules()).stream())
                        .toList());
    }

    /** Where windows end, in event time. */
    public Instant asOf() {
        return asOf;
    }

    /** The begin of the oldest tally. */
    public Instant since() {
        return since;
    }

    /** When counting began; of calls before then only what was imported is known. */
    public Instant countedSince() {
        return countedSince;
    }

    /** What accrues by the calendar: owned units and the like. */
    public List<StandingCharge> standing() {
        return settings.standing();
    }

    /** Who is charged for a standing charge: its owner, or nobody yet. */
    public String teamOf(StandingCharge charge) {
        return charge.owner().isEmpty() ? Teams.UNALLOCATED : charge.owner();
    }

    /** What aliases, teams and contracts say. */
    public BoardSettings settings() {
        return settings;
    }

    /** Every base model, or model as called, that was ever used, in alphabetical order. */
    public List<String> models() {
        var models = new TreeSet<String>();
        cells.forEach(cell -> models.add(cell.usage(pricer).model()));
        return List.copyOf(models);
    }

    /** The calls that a charge paid for, minute by minute. */
    public ServedMinutes served(StandingCharge charge) {
        return new ServedMinutes(owned, charge, pricer, teams);
    }

    /** By cell and epoch, named and priced by what held then. */
    public List<Used> in(Span span, UsedFilter filter) {
        return named(cell -> cell.byEpoch(span, pricer), filter);
    }

    /** How finely the past can be cut; of earlier than counting began, some of it was counted late, and some never. */
    public KnownTime known() {
        return KnownTime.of(countedSince, asOf);
    }

    /** As {@link #in}, of a stretch that {@link #known} tells. */
    public List<Used> between(Instant from, Instant until, UsedFilter filter) {
        Instant minutesFrom = known().minutesFrom(from, until);
        long fromDay = Math.floorDiv(from.getEpochSecond(), SECONDS_PER_DAY);
        long toDay = Math.floorDiv(minutesFrom.getEpochSecond(), SECONDS_PER_DAY);
        List<Used> used = from.isBefore(minutesFrom)
                ? named(cell -> cell.byEpoch(fromDay, toDay), filter)
                : new ArrayList<>();
        used.addAll(named(cell -> cell.minutesByEpoch(minute(minutesFrom), minute(until), pricer), filter));
        return used;
    }

    private static long minute(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), CellHistory.MINUTE_MS);
    }

    private List<Used> named(Function<CellState, Map<Integer, Quantities>> byEpoch, UsedFilter filter) {
        var used = new ArrayList<Used>();
        for (CellState cell : cells) {
            byEpoch.apply(cell).forEach((epoch, quantities) -> {
                String team = teams.of(cell.cell(), epoch).team();
                Usage usage = pricer.usage(cell.cell(), epoch);
                if (filter.accepts(usage, team)) {
                    used.add(new Used(usage, team, epoch, quantities));
                }
            });
        }
        return used;
    }

    /**
     * Tallies of whole UTC days from which the same past can be made again, under these prices and names or under
     * others: by day, or by minute for what is owned by the hour.
     */
    public List<TallyRow> tallies(Span.Days days) {
        return cells.stream()
                .flatMap(cell -> FrozenTallies
                        .of(cell, days.from().toEpochDay(), days.to().toEpochDay(), pricer)
                        .stream())
                .toList();
    }

    /**
     * How many of the last so many minutes were counted from their begin to their end, 1 at least: what was counted
     * late, from before, must not be taken for all that was used then.
     */
    public long fullMinutes(long count) {
        long known = Duration.between(since, asOf).toMinutes();
        return Math.clamp(Math.min(known, endMinute() - firstFullMinute()), 1, count);
    }

    private long endMinute() {
        return Math.floorDiv(asOf.toEpochMilli(), CellHistory.MINUTE_MS);
    }

    private long firstFullMinute() {
        return Math.ceilDiv(countedSince.toEpochMilli(), CellHistory.MINUTE_MS);
    }

    /** Those of the last so many that were counted from begin to end, with calls, as {@link #minutes}. */
    public Map<Long, List<Used>> countedMinutes(long count, UsedFilter filter) {
        return minutesFrom(Math.max(endMinute() - count, firstFullMinute()), filter);
    }

    /** The full minutes with calls of the last so many, by minutes since 1970; a day at most is kept. */
    public Map<Long, List<Used>> minutes(long count, UsedFilter filter) {
        return minutesFrom(endMinute() - count, filter);
    }

    private Map<Long, List<Used>> minutesFrom(long start, UsedFilter filter) {
        long end = endMinute();
        var minutes = new TreeMap<Long, List<Used>>();
        for (CellState cell : cells) {
            for (Map.Entry<Long, Quantities> minute : cell.history().minutes(start, end).entrySet()) {
                int epoch = pricer.epochOf(minute.getKey() * CellHistory.MINUTE_MS);
                Usage usage = pricer.usage(cell.cell(), epoch);
                String team = teams.of(cell.cell(), epoch).team();
                if (filter.accepts(usage, team)) {
                    minutes.computeIfAbsent(minute.getKey(), _ -> new ArrayList<>())
                            .add(new Used(usage, team, epoch, minute.getValue()));
                }
            }
        }
        return minutes;
    }
}
