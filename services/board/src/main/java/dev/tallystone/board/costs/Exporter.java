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
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.focus.Charge;
import dev.tallystone.pricing.focus.ChargePeriod;
import dev.tallystone.pricing.focus.Coverage;
import dev.tallystone.pricing.focus.Tags;
import dev.tallystone.pricing.focus.UnpricedUsage;
import dev.tallystone.pricing.focus.UsageCharges;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the past into charges. Callers, operations and outcomes are added up: a row is a model, a Region, a way of
 * buying and a team. Hours are known of the last day only, since minutes are kept no longer.
 */
public final class Exporter {

    /** How long a row is. */
    public enum Grain {
        DAY,
        HOUR
    }

    private record Place(Cell cell, String team, int epoch) {}

    private final Pricer pricer;
    private final UsageCharges usages;
    private final List<Charge> charges = new ArrayList<>();
    private final List<UnpricedUsage> unpriced = new ArrayList<>();
    private long requests;
    private long tokens;

    private Exporter(Past past) {
        this.pricer = past.pricer();
        this.usages = new UsageCharges(pricer);
    }

    /** Whole days, of which the last may still run. */
    public static CostExport days(Past past, Span.Days span, UsedFilter filter) {
        var exporter = new Exporter(past);
        span.from().datesUntil(span.to()).forEach(day -> {
            var whole = new Span.Days(day, day.plusDays(1));
            exporter.add(start(day), whole.to(past.asOf()), past.in(whole, filter));
        });
        new OwnedUnitCharges(past, filter).of(span).forEach(exporter.charges::add);
        return exporter.export();
    }

    /** The full hours of the last day. */
    public static CostExport hours(Past past, UsedFilter filter) {
        var exporter = new Exporter(past);
        Instant end = past.asOf().truncatedTo(ChronoUnit.HOURS);
        Map<Instant, List<Used>> byHour = new LinkedHashMap<>();
        past.minutes(Duration.ofDays(1).toMinutes(), filter)
                .forEach((minute, used) -> byHour
                        .computeIfAbsent(Instant.ofEpochSecond(minute * 60).truncatedTo(ChronoUnit.HOURS),
                                _ -> new ArrayList<>())
                        .addAll(used));
        byHour.forEach((hour, used) -> {
            if (hour.isBefore(end)) {
                exporter.add(hour, hour.plus(1, ChronoUnit.HOURS), used);
            }
        });
        return exporter.export();
    }

    private void add(Instant from, Instant to, List<Used> used) {
        Map<Place, Quantities> places = new LinkedHashMap<>();
        used.forEach(one -> places.merge(new Place(reduced(one.usage().cell()), one.team(), one.epoch()),
                one.quantities(), Quantities::plus));
        places.forEach((place, quantities) -> add(place, quantities, from, to.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Without what no price depends on. */
    private static Cell reduced(Cell cell) {
        return new Cell(cell.account(), cell.region(), cell.model(), Caller.OTHER, "", cell.source(), cell.tier(),
                cell.performance(), cell.context(), cell.variant(), Outcome.OK,
                cell.caveats() & Caveat.QUANTITY_UNKNOWN.bit());
    }

    private void add(Place place, Quantities quantities, Instant from, Instant to) {
        requests = Math.addExact(requests, quantities.get(Measure.REQUESTS));
        tokens = Math.addExact(tokens, quantities.tokens());
        Instant begin = later(from, pricer.momentOf(place.epoch()));
        Instant end = earlier(to, pricer.endOf(place.epoch()));
        if (!begin.isBefore(end)) {
            return; // its only second has not passed yet
        }
        var period = new ChargePeriod(begin, end);
        switch (usages.of(place.cell(), quantities, period, Tags.of(Map.of("team", place.team()), Map.of()))) {
            case UsageCharges.Charged(var all) -> charges.addAll(all);
            case UsageCharges.Unpriced(var usage) -> unpriced.add(usage);
        }
    }

    private CostExport export() {
        long unpricedRequests = unpriced.stream().mapToLong(usage -> usage.quantities().get(Measure.REQUESTS)).sum();
        long unpricedTokens = unpriced.stream().mapToLong(usage -> usage.quantities().tokens()).sum();
        return new CostExport(charges, unpriced,
                new Coverage(requests - unpricedRequests, requests, tokens - unpricedTokens, tokens),
                pricer.book().digest());
    }

    /** Tokens that owned units served are no charge of their own. */
    static boolean isOwned(Used used) {
        return used.usage().mode() == Mode.PROVISIONED;
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
