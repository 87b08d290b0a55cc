package dev.tallystone.board.why;

import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.Agreements;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.standing.StandingCosts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the two periods that are meant, in what is kept. */
public final class Periods {

    private static final int WEEK = 7;
    private static final long MAX_MINUTES = 720;
    private static final long[] STRETCHES = {60, 5, 1};

    private final Past past;
    private final LocalDate today;

    private Periods(Past past) {
        this.past = past;
        this.today = LocalDate.ofInstant(past.asOf(), ZoneOffset.UTC);
    }

    /**
     * Explains a period by another.
     *
     * @param period
     *            {@code yesterday}, {@code today}, a day such as {@code 2026-11-23}, or so many last full minutes such
     *            as {@code 60m}; empty for yesterday, or for the longest stretch that is known with one before it
     * @param against
     *            a day; empty for the same weekday a week before, or the day before where that is not kept
     * @throws IllegalArgumentException
     *             when a period cannot be read, or is not kept
     */
    public static Change between(Past past, Optional<String> period, Optional<String> against) {
        Change change = new Periods(past).change(period, against);
        var agreements = past.pricer().agreements();
        boolean isAtList = agreements.basis(change.before().from(), change.before().to()).equals(Agreements.AT_LIST)
                && agreements.basis(change.after().from(), change.after().to()).equals(Agreements.AT_LIST);
        return change.called(isAtList ? Agreements.AT_LIST : Agreements.CONTRACTED);
    }

    private Change change(Optional<String> period, Optional<String> against) {
        String wanted = period.orElseGet(this::longestKnown);
        if (wanted.endsWith("m")) {
            return minutes(count(wanted));
        }
        LocalDate day = day(wanted);
        LocalDate other = against.map(this::day).orElseGet(() -> before(day));
        return Waterfall.between(of(other), of(day));
    }

    private String longestKnown() {
        Instant since = past.since();
        if (!since.isAfter(start(today.minusDays(2)))) {
            return "yesterday";
        }
        long known = past.fullMinutes(2 * MAX_MINUTES);
        for (long minutes : STRETCHES) {
            if (known >= 2 * minutes) {
                return minutes + "m";
            }
        }
        throw new IllegalArgumentException("two full minutes must be counted before one can be explained by another");
    }

    private static long count(String text) {
        try {
            long minutes = Long.parseLong(text.substring(0, text.length() - 1));
            if (minutes >= 1 && minutes <= MAX_MINUTES) {
                return minutes;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(unreadable(text), e);
        }
        throw new IllegalArgumentException(unreadable(text));
    }

    private LocalDate day(String text) {
        try {
            return switch (text) {
                case "today" -> today;
                case "yesterday" -> today.minusDays(1);
                default -> LocalDate.parse(text);
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(unreadable(text), e);
        }
    }

    private static String unreadable(String text) {
        return "a period must be yesterday, today, a day such as 2026-11-23 or minutes such as 60m (720m at most), not '%s'"
                .formatted(text);
    }

    private LocalDate before(LocalDate day) {
        LocalDate sameWeekday = day.minusDays(WEEK);
        return start(sameWeekday).isBefore(past.since()) ? day.minusDays(1) : sameWeekday;
    }

    private Period of(LocalDate day) {
        var span = new Span.Days(day, day.plusDays(1));
        Instant to = span.to(past.asOf());
        if (!start(day).isBefore(to)) {
            throw new IllegalArgumentException("%s has not begun yet: figures end at %s".formatted(day, past.asOf()));
        }
        if (!to.isAfter(past.since())) {
            throw new IllegalArgumentException(
                    "nothing is kept of %s: the oldest tally is of %s; ask for minutes, such as 60m".formatted(day,
                            past.since()));
        }
        return period(start(day), to, past.in(span, UsedFilter.ALL));
    }

    private Change minutes(long count) {
        long known = past.fullMinutes(2 * MAX_MINUTES);
        if (known < 2 * count) {
            throw new IllegalArgumentException(
                    "%dm needs %d full minutes, and %d are known".formatted(count, 2 * count, known));
        }
        Instant end = past.asOf().truncatedTo(ChronoUnit.MINUTES);
        Instant middle = end.minus(Duration.ofMinutes(count));
        Map<Long, List<Used>> all = past.countedMinutes(2 * count, UsedFilter.ALL);
        var before = new ArrayList<Used>();
        var after = new ArrayList<Used>();
        all.forEach((minute, used) -> (minute * 60 < middle.getEpochSecond() ? before : after).addAll(used));
        return Waterfall.between(period(middle.minus(Duration.ofMinutes(count)), middle, before),
                period(middle, end, after));
    }

    private Period period(Instant from, Instant to, List<Used> used) {
        Pricer pricer = past.pricer();
        var costs = new StandingCosts(pricer);
        Usd standing = past.standing()
                .stream()
                .map(charge -> costs.accrued(charge, from, to).effective())
                .reduce(Usd.ZERO, Usd::plus);
        return new Period(from, to, Prices.at(pricer, to.minusMillis(1)), used.stream()
                .map(one -> new Entry(one.usage(), one.quantities(), Prices.at(pricer, pricer.momentOf(one.epoch())),
                        one.usage().cell().caller().principal(), one.team()))
                .toList(), standing);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
