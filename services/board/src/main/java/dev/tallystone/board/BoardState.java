package dev.tallystone.board;

import dev.tallystone.invocation.Caller;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.pricing.ModelNames;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.recommendation.Adviser;
import dev.tallystone.recommendation.Demand;
import dev.tallystone.recommendation.Recommendation;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one monitor has merged so far. Rows may come in any order and late; the board at any {@code asOf} is the same.
 * One thread, which hands out immutable boards.
 */
public final class BoardState {

    /** Cells beyond this are counted under caller {@code ~other}, so that sums stay right and memory bounded. */
    private static final int MAX_CELLS = 50_000;

    /** What was advised at the end of a minute: it holds for the next one, unless a late row falls into its window. */
    private record Advice(long endMinute, Instant countedSince, List<Recommendation> recommendations) {

        boolean restsOn(long minute) {
            return minute < endMinute && minute >= endMinute - Demand.WINDOW_MINUTES;
        }
    }

    private final BoardSettings settings;
    private final Pricer pricer;
    private final Teams teams;
    private final Adviser adviser;
    private final Demands demands;
    private final BoardBuilder builder;
    private final Map<Cell, CellState> cells = new HashMap<>();
    private final OwnedPast owned;
    private Instant asOf = Instant.EPOCH;
    private Instant countedSince = Instant.EPOCH;
    private Advice advice = new Advice(Long.MIN_VALUE, Instant.EPOCH, List.of());

    public BoardState(BoardSettings settings, PriceBook book) {
        this(settings, book, List.of());
    }

    /** Keeps sums apart also where another book changes its prices. */
    public BoardState(BoardSettings settings, PriceBook book, List<Instant> alsoCutAt) {
        this.settings = settings;
        this.pricer = new Pricer(book, new ModelNames(settings.aliases()), settings.agreements(),
                Stream.concat(alsoCutAt.stream(), Teams.changes(settings.teamRules()).stream()).toList());
        this.teams = new Teams(settings, pricer);
        this.adviser = new Adviser(pricer, settings.capacities(), settings.commitments(), settings.rules());
        this.demands = new Demands(pricer, settings);
        this.builder = new BoardBuilder(settings, pricer, teams);
        this.owned = new OwnedPast(settings, pricer);
    }

    /** Adds the rows of one commit. */
    public void merge(List<TallyRow> rows) {
        for (TallyRow row : rows) {
            long minute = Math.floorDiv(row.key().bucket() * TallyKey.BUCKET_MS, CellHistory.MINUTE_MS);
            demands.touch(minute);
            if (advice.restsOn(minute)) {
                advice = new Advice(Long.MIN_VALUE, Instant.EPOCH, List.of()); // or another replica would differ
            }
            cell(row.key().cell()).accumulate(row.key().bucket(), row.quantities(), pricer);
        }
    }

    private CellState cell(Cell cell) {
        CellState known = cells.get(cell);
        if (known != null) {
            return known;
        }
        Cell kept = cells.size() < MAX_CELLS
                ? cell
                : new Cell(cell.account(), cell.region(), cell.model(),
                        Caller.OTHER, cell.operation(), cell.source(), cell.tier(), cell.performance(),
                        cell.context(), cell.variant(), cell.outcome(), cell.caveats());
        return cells.computeIfAbsent(kept, this::newCell);
    }

    private CellState newCell(Cell cell) {
        CellState state = owned.newCell(cell);
        state.advanceTo(asOf);
        return state;
    }

    /** Moves on without making a board, so that a long past is folded while it is read. */
    public void advanceTo(Instant newAsOf) {
        asOf = newAsOf.isAfter(asOf) ? newAsOf : asOf;
        cells.values().forEach(cell -> cell.advanceTo(asOf));
        owned.advanceTo(asOf);
    }

    /** The board whose windows end at {@code asOf}, which must not go back. */
    public Board board(Instant newAsOf, Trust trust) {
        advanceTo(newAsOf);
        countedSince = trust.countedSince();
        long minute = Math.floorDiv(asOf.toEpochMilli(), CellHistory.MINUTE_MS);
        if (minute != advice.endMinute || !trust.countedSince().equals(advice.countedSince)) {
            advice = new Advice(minute, trust.countedSince(), demands.of(cells.values(), trust.countedSince(), minute)
                    .stream()
                    .flatMap(demand -> adviser.advise(demand).stream())
                    .toList());
        }
        return builder.build(cells.values(), asOf, since(cells.values()), advice.recommendations, trust);
    }

    private static long since(Collection<CellState> cells) {
        return cells.stream().mapToLong(CellState::firstBucket).min().orElse(Long.MAX_VALUE / TallyKey.BUCKET_MS);
    }

    /** What was used until the last board, to answer one question on the owner's thread. */
    public Past past() {
        long since = since(cells.values());
        return new Past(cells.values(), owned, pricer, settings, teams, asOf,
                cells.isEmpty() ? asOf : Instant.ofEpochMilli(since * TallyKey.BUCKET_MS), countedSince);
    }

    /** As above, of tallies that were frozen: what was counted then began at {@code since}, as it happened. */
    public Past pastSince(Instant since) {
        return new Past(cells.values(), owned, pricer, settings, teams, asOf, since, since);
    }

    /** What the board depends on beside tallies and prices. */
    public BoardSettings settings() {
        return settings;
    }

    /** Names and prices, for who counts live usage by the same names. Only on the owner's thread. */
    public Pricer pricer() {
        return pricer;
    }
}
