package dev.tallystone.board.costs;

import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.metering.CellHistory;
import dev.tallystone.pricing.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What owned capacity of one kind served, by minute in the last day, and by day before. */
final class Served {

    private static final Duration DAY = Duration.ofDays(1);

    private final Past past;
    private final UsedFilter filter;
    private final Map<LocalDate, List<Used>> days = new HashMap<>();
    private @Nullable NavigableMap<Long, List<Used>> minutes;

    Served(Past past, Mode mode) {
        this.past = past;
        this.filter = new UsedFilter(Optional.empty(), Optional.empty(), Optional.of(mode), Optional.empty());
    }

    /** Whether every minute since then is kept. */
    boolean keepsMinutesSince(Instant from) {
        return !from.isBefore(minute(past).minus(DAY));
    }

    /** Behind the last full minute. */
    static Instant minute(Past past) {
        long ms = past.asOf().toEpochMilli();
        return Instant.ofEpochMilli(ms - Math.floorMod(ms, CellHistory.MINUTE_MS));
    }

    /** By minutes since 1970; those that begin within {@code [from, to)}. */
    Map<Long, List<Used>> minutes(Instant from, Instant to) {
        if (minutes == null) {
            minutes = new TreeMap<>(past.minutes(DAY.toMinutes(), filter));
        }
        return minutes.subMap(Math.ceilDiv(from.toEpochMilli(), CellHistory.MINUTE_MS),
                Math.ceilDiv(to.toEpochMilli(), CellHistory.MINUTE_MS));
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
