package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.standing.StandingCharge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What owned capacity of one kind served: by minute while minutes are kept, else by day. */
final class Served {

    private final Past past;
    private final UsedFilter filter;
    private final Map<LocalDate, List<Used>> days = new HashMap<>();

    Served(Past past, Mode mode) {
        this.past = past;
        this.filter = new UsedFilter(Optional.empty(), Optional.empty(), Optional.of(mode), Optional.empty());
    }

    /** Whether every minute is kept of what a charge served. */
    boolean keepsMinutes(StandingCharge charge, Instant from, Instant to) {
        return past.served(charge).whyNotKept(minute(from), minute(to)).isEmpty();
    }

    /** Behind the last full minute. */
    static Instant minute(Past past) {
        long ms = past.asOf().toEpochMilli();
        return Instant.ofEpochMilli(ms - Math.floorMod(ms, CellHistory.MINUTE_MS));
    }

    /** By minutes since 1970; those that begin within {@code [from, to)}. */
    Map<Long, List<Used>> minutes(StandingCharge charge, Instant from, Instant to) {
        return past.served(charge).minutes(minute(from), minute(to));
    }

    private static long minute(Instant at) {
        return Math.ceilDiv(at.toEpochMilli(), CellHistory.MINUTE_MS);
    }

    /** All of a UTC day in the price epochs that {@code [from, to)}, a part of it, meets. */
    Stream<Used> ofDay(Instant from, Instant to) {
        int first = past.pricer().epochOf(from.toEpochMilli());
        int last = past.pricer().epochOf(to.toEpochMilli() - 1);
        return days.computeIfAbsent(LocalDate.ofInstant(from, ZoneOffset.UTC),
                day -> past.in(new Span.Days(day, day.plusDays(1)), filter))
                .stream()
                .filter(used -> used.epoch() >= first && used.epoch() <= last);
    }
}
