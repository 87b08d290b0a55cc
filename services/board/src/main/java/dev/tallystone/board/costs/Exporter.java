package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.focus.ChargePeriod;
import dev.tallystone.pricing.focus.Coverage;
import dev.tallystone.pricing.focus.PricedCharge;
import dev.tallystone.pricing.focus.PurchaseCharge;
import dev.tallystone.pricing.focus.Tags;
import dev.tallystone.pricing.focus.UnpricedUsage;
import dev.tallystone.pricing.focus.UsageCharges;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the past into charges. Callers, operations and outcomes are added up: a row is a model, a Region, a way of
 * buying and a team. Usage is known by the hour for the last day only; just what is owned by the hour has its minutes
 * kept longer.
 */
public final class Exporter {

    private record Source(Usage usage, String team, int epoch) {}

    /** Of priced sources alone, or of unpriced ones: half a price of one must not hide what another cost. */
    private record Place(Cell cell, String team, int epoch, String option, boolean priced) {}

    private final Pricer pricer;
    private final UsageCharges usages;
    private final StandingCharges standing;
    private final Bought bought;
    private final List<PricedCharge> charges = new ArrayList<>();
    private final List<UnpricedUsage> unpriced = new ArrayList<>();
    private final List<CostEntry> entries = new ArrayList<>();

    private Exporter(Past past, UsedFilter filter) {
        this.pricer = past.pricer();
        this.usages = new UsageCharges(pricer);
        this.standing = new StandingCharges(past, filter);
        this.bought = new Bought(past);
    }

    /** Whole days, of which the last may still run. */
    public static CostExport days(Past past, Span.Days span, UsedFilter filter) {
        var exporter = new Exporter(past, filter);
        span.from().datesUntil(span.to()).forEach(day -> {
            var whole = new Span.Days(day, day.plusDays(1));
            exporter.add(day.atStartOfDay(ZoneOffset.UTC).toInstant(), whole.to(past.asOf()), past.in(whole, filter));
        });
        return exporter.export(past.asOf());
    }

    /** The full hours of the last day. */
    public static CostExport hours(Past past, UsedFilter filter) {
        return hours(past, filter, past.asOf().truncatedTo(ChronoUnit.HOURS));
    }

    /** The same, and the full minutes of the hour that still runs. */
    public static CostExport hoursAndMinutes(Past past, UsedFilter filter) {
        return hours(past, filter, Served.minute(past));
    }

    private static CostExport hours(Past past, UsedFilter filter, Instant to) {
        var exporter = new Exporter(past, filter);
        var byHour = new LinkedHashMap<Instant, List<Used>>();
        past.minutes(Duration.ofDays(1).toMinutes(), filter)
                .forEach((minute, used) -> byHour
                        .computeIfAbsent(Instant.ofEpochSecond(minute * 60).truncatedTo(ChronoUnit.HOURS),
                                _ -> new ArrayList<>())
                        .addAll(used));
        Instant hour = Grain.HOUR.begin(Served.minute(past).minus(Duration.ofDays(1)).plus(59, ChronoUnit.MINUTES));
        while (hour.isBefore(to)) {
            Instant next = Grain.HOUR.end(hour);
            exporter.add(hour, next.isBefore(to) ? next : to, byHour.getOrDefault(hour, List.of()));
            hour = next;
        }
        return exporter.export(to);
    }

    private void add(Instant from, Instant to, List<Used> used) {
        if (!from.isBefore(to)) {
            return; // has not begun
        }
        places(used).forEach((place, quantities) -> add(place, quantities, from, to));
        for (StandingCharges.Part part : standing.in(from, to)) {
            charges.add(part.charge());
            entries.add(entry(from, part.key(), List.of(part.charge()), Coverage.NONE));
        }
    }

    private Map<Place, Quantities> places(List<Used> used) {
        var sources = new LinkedHashMap<Source, Quantities>();
        used.forEach(one -> sources.merge(new Source(one.usage(), one.team(), one.epoch()), one.quantities(),
                Quantities::plus));
        var places = new LinkedHashMap<Place, Quantities>();
        sources.forEach((source, quantities) -> places.merge(place(source, quantities), quantities, Quantities::plus));
        return places;
    }

    private Place place(Source source, Quantities quantities) {
        boolean priced = pricer.charge(source.usage(), quantities, source.epoch()) instanceof Costing.Priced;
        return new Place(reduced(source.usage().cell()), source.team(), source.epoch(),
                bought.option(source.usage(), source.epoch()), priced);
    }

    /** Without what no price depends on. */
    private static Cell reduced(Cell cell) {
        return new Cell(cell.account(), cell.region(), cell.model(), Caller.OTHER, "", cell.source(), cell.tier(),
                cell.performance(), cell.context(), cell.variant(), Outcome.OK,
                cell.caveats() & Caveat.QUANTITY_UNKNOWN.bit());
    }

    private void add(Place place, Quantities quantities, Instant from, Instant to) {
        var key = new CostKey(pricer.usage(place.cell(), place.epoch()).model(), place.team(), place.cell().region(),
                place.option());
        Tags tags = Tags.of(Map.of("team", place.team()), Map.of());
        long requests = quantities.get(Measure.REQUESTS);
        long tokens = quantities.tokens();
        switch (usages.of(place.cell(), quantities, period(place, from, to), tags)) {
            case UsageCharges.Charged(var all) -> {
                charges.addAll(all);
                entries.add(entry(from, key, all, new Coverage(requests, requests, tokens, tokens)));
            }
            case UsageCharges.Unpriced(var usage) -> {
                unpriced.add(usage);
                entries.add(entry(from, key, List.of(), new Coverage(0, requests, 0, tokens)));
            }
        }
    }

    /** Its part of the epoch; a second at least, since some calls come before {@code asOf} does. */
    private ChargePeriod period(Place place, Instant from, Instant to) {
        Instant begin = later(from, pricer.momentOf(place.epoch()));
        Instant end = earlier(to, pricer.endOf(place.epoch()));
        return ChargePeriod.around(begin, later(begin.plusSeconds(1), end));
    }

    private static CostEntry entry(Instant from, CostKey key, List<? extends PricedCharge> charges,
            Coverage coverage) {
        Costs costs = Costs.ZERO;
        Usd uncertain = Usd.ZERO;
        for (PricedCharge charge : charges) {
            costs = costs.plus(withoutTwice(charge));
            uncertain = charge.rate().certain() ? uncertain : uncertain.plus(charge.costs().effective());
        }
        return new CostEntry(from, key, costs, uncertain, coverage);
    }

    /** The hours of what was bought have its list and contracted cost again. */
    private static Costs withoutTwice(PricedCharge charge) {
        return charge instanceof PurchaseCharge
                ? new Costs(Usd.ZERO, Usd.ZERO, charge.costs().effective(), charge.costs().billed())
                : charge.costs();
    }

    private CostExport export(Instant asOf) {
        Coverage coverage = entries.stream().map(CostEntry::coverage).reduce(Coverage.NONE, Coverage::plus);
        return new CostExport(charges, unpriced, coverage, pricer.book().digest(), asOf, entries);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
