package dev.tallystone.board;

import dev.tallystone.board.Board.Burn;
import dev.tallystone.board.Board.CommitmentLine;
import dev.tallystone.board.Board.Folded;
import dev.tallystone.board.Board.Identity;
import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.board.Board.Owned;
import dev.tallystone.board.Board.TeamLine;
import dev.tallystone.board.TeamLines.Dates;
import dev.tallystone.board.TeamSums.Stretch;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.standing.StandingCharge;
import dev.tallystone.pricing.standing.StandingCosts;
import dev.tallystone.recommendation.Rate;
import dev.tallystone.recommendation.Recommendation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes a board of cells: names them, adds them up to lines, prices the lines. */
final class BoardBuilder {

    private static final long SECONDS_PER_MINUTE = 60;

    /** A line's identity; its order is alphabetical, so boards of equal cells are equal. */
    private record LineKey(String model, String region, Mode mode) implements Comparable<LineKey> {

        @Override
        public int compareTo(LineKey other) {
            return Comparator.comparing(LineKey::model)
                    .thenComparing(LineKey::region)
                    .thenComparing(LineKey::mode)
                    .compare(this, other);
        }
    }

    private final BoardSettings settings;
    private final Pricer pricer;
    private final Teams teams;
    private final StandingCosts standing;

    BoardBuilder(BoardSettings settings, Pricer pricer, Teams teams) {
        this.settings = settings;
        this.pricer = pricer;
        this.teams = teams;
        this.standing = new StandingCosts(pricer);
    }

    Board build(Collection<CellState> cells, Instant asOf, long sinceBucket, List<Recommendation> advice, Trust trust) {
        Recent recent = Recent.of(asOf, trust.countedSince());
        var bounded = new LabelBound<LineKey>(settings.maxModels(), _ -> 0,
                key -> new LineKey("other", "other", key.mode()));
        Map<LineKey, LineSums> models = sums(cells, asOf, recent, cell -> key(cell.usage(pricer), cell), bounded);
        var byTeam = new TeamLines(pricer, teams, settings.maxTeams());
        byTeam.add(cells, owned(asOf), new Dates(recent, day(startOfDay(asOf)), day(startOfMonth(asOf))));
        long usageSeconds = recent.seconds();
        Optional<Instant> since = cells.isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(sinceBucket * TallyKey.BUCKET_MS));
        List<ModelLine> modelLines = modelLines(models, usageSeconds, advice);
        List<CommitmentLine> commitments = commitments(asOf, since.orElse(asOf));
        UnpricedShare unpriced = UnpricedShare.of(cells, pricer);
        Board board = new Board(new Identity(pricer.book().name(), pricer.book().digest(), "", ""), asOf, since, trust,
                burn(models.values(), asOf, usageSeconds),
                withStanding(total(models.values(), LineSums::today), startOfDay(asOf), asOf),
                withStanding(total(models.values(), LineSums::thisMonth), startOfMonth(asOf), asOf),
                withStanding(total(models.values(), LineSums::toDate), since.orElse(asOf), asOf),
                unpriced.requests(), unpriced.tokens(), modelLines, teamLines(byTeam.byTeam(), usageSeconds),
                byTeam.disagreement(),
                OptionLines.of(modelLines, advice), advice, commitments, new Folded(bounded.folded(), byTeam.folded()),
                Contract.of(settings.agreements(), startOfMonth(asOf), asOf));
        return BoardDigest.sign(board, settings);
    }

    private LineKey key(Usage usage, CellState cell) {
        return new LineKey(usage.model(), cell.cell().region(), usage.mode());
    }

    private <K extends Comparable<K>> Map<K, LineSums> sums(Collection<CellState> cells, Instant asOf, Recent recent,
            Function<CellState, K> keyOf, LabelBound<K> bound) {
        bound.admit(cells, keyOf);
        var sums = new TreeMap<K, LineSums>();
        long today = day(startOfDay(asOf));
        long firstOfMonth = day(startOfMonth(asOf));
        for (CellState cell : cells) {
            LineSums line = sums.computeIfAbsent(bound.label(keyOf.apply(cell)), _ -> new LineSums());
            line.add(cell, pricer, recent, today, firstOfMonth);
            line.addQuotes(cell, recent, pricer);
        }
        return sums;
    }

    private List<ModelLine> modelLines(Map<LineKey, LineSums> models, long usageSeconds, List<Recommendation> advice) {
        PriceBook book = pricer.book();
        return models.entrySet().stream().map(entry -> {
            LineKey key = entry.getKey();
            LineSums sums = entry.getValue();
            PriceBook.Model known = book.models().get(key.model());
            var quotes = new EnumMap<PricingOption, Usd>(PricingOption.class);
            sums.quotes().forEach((option, usd) -> quotes.put(option, perHour(usd, usageSeconds)));
            OptionLines.addProvisioned(quotes, key.model(), key.region(), key.mode(), advice);
            return new ModelLine(key.model(), book.displayName(key.model()), known == null ? "unknown" : known.kind(),
                    key.region(), key.mode(), sums.lastMinute(), sums.lastFiveMinutes(),
                    perHour(sums.recentCost(), usageSeconds), quotes, sums.costs(),
                    sums.today(),
                    sums.toDate(), sums.quantitiesToDate(), sums.requests());
        })
                .sorted(Comparator.comparing((ModelLine line) -> line.burn().usd())
                        .reversed()
                        .thenComparing(ModelLine::model)
                        .thenComparing(ModelLine::region)
                        .thenComparing(ModelLine::mode))
                .toList();
    }

    private static List<TeamLine> teamLines(Map<String, TeamSums> byTeam, long usageSeconds) {
        return byTeam.entrySet()
                .stream()
                .map(entry -> teamLine(entry.getKey(), entry.getValue(), usageSeconds))
                .sorted(Comparator.comparing((TeamLine line) -> line.burn().usd())
                        .reversed()
                        .thenComparing(TeamLine::team))
                .toList();
    }

    private static TeamLine teamLine(String team, TeamSums sums, long usageSeconds) {
        return new TeamLine(team, sums.lastMinute(), perHour(sums.of(Stretch.RECENT), usageSeconds), sums.costs(),
                sums.of(Stretch.TODAY), sums.of(Stretch.THIS_MONTH), sums.of(Stretch.TO_DATE), sums.standing(),
                sums.decidedBy(),
                sums.dearest(TeamLine.MAX_PRINCIPALS));
    }

    private static Usd perHour(Usd usd, long seconds) {
        return seconds == 0 ? Usd.ZERO : Rate.perHour(usd.times(SECONDS_PER_MINUTE), seconds);
    }

    private static Money perHour(Money money, long seconds) {
        Costs costs = money.costs();
        return new Money(new Costs(perHour(costs.list(), seconds), perHour(costs.contracted(), seconds),
                perHour(costs.effective(), seconds), perHour(costs.billed(), seconds)),
                perHour(money.uncertain(), seconds), money.unpriced());
    }

    /** By owner; what cost nothing this month is left out. */
    private Map<String, Owned> owned(Instant asOf) {
        var byOwner = new TreeMap<String, Owned>();
        for (StandingCharge charge : settings.standing()) {
            var owned = new Owned(standing.perHour(charge, asOf), standing.accrued(charge, startOfDay(asOf), asOf),
                    standing.accrued(charge, startOfMonth(asOf), asOf));
            if (!owned.equals(Owned.NOTHING)) {
                byOwner.merge(charge.owner().isEmpty() ? Teams.UNALLOCATED : charge.owner(), owned, Owned::plus);
            }
        }
        return byOwner;
    }

    private Burn burn(Collection<LineSums> models, Instant asOf, long usageSeconds) {
        Costs owned = settings.standing()
                .stream()
                .map(charge -> standing.perHour(charge, asOf))
                .reduce(Costs.ZERO, Costs::plus);
        return new Burn(perHour(total(models, LineSums::recentCost), usageSeconds), owned, usageSeconds);
    }

    private static Money total(Collection<LineSums> lines, Function<LineSums, Money> part) {
        return lines.stream().map(part).reduce(Money.NONE, Money::plus);
    }

    /** Standing charges go by the calendar, whether or not calls were counted then. */
    private Money withStanding(Money usage, Instant from, Instant to) {
        return usage.plus(standing.accrued(settings.standing(), from, to));
    }

    private List<CommitmentLine> commitments(Instant asOf, Instant since) {
        return settings.standing().stream().map(charge -> commitment(charge, asOf, since)).toList();
    }

    private CommitmentLine commitment(StandingCharge charge, Instant asOf, Instant since) {
        return new CommitmentLine(charge.id(), charge.kind(), pricer.baseModel(charge.model(), asOf), charge.region(),
                charge.owner(), charge.amount(), charge.option(), charge.perHour(asOf),
                standing.accrued(charge, startOfMonth(asOf), asOf), standing.accrued(charge, since, asOf),
                charge.renewal(asOf), charge.start(), charge.end());
    }

    private static Instant startOfDay(Instant asOf) {
        return date(asOf).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant startOfMonth(Instant asOf) {
        return date(asOf).withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate date(Instant asOf) {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }

    private static long day(Instant midnight) {
        return Math.floorDiv(midnight.toEpochMilli() / CellHistory.MINUTE_MS, 1_440L);
    }

    /** A share, to four decimals. */
    static BigDecimal share(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
