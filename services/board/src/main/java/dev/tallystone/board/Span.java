package dev.tallystone.board;

import dev.tallystone.metering.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A stretch of event time that can be asked for. */
public sealed interface Span {

    /** A rolling window that ends where the board does. */
    record Rolling(Window window) implements Span {}

    /** Whole UTC days, {@code [from, to)}; the last may still run. */
    record Days(LocalDate from, LocalDate to) implements Span {

        public Days {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("days must begin (%s) before they end (%s)".formatted(from, to));
            }
        }
    }

    /** Everything that is kept. */
    record ToDate() implements Span {}

    /** The first moment, where it has one. */
    default Optional<Instant> from(Instant asOf) {
        return switch (this) {
            case Rolling(var window) -> Optional.of(end(window, asOf).minus(window.length()));
            case Days(var from, _) -> Optional.of(from.atStartOfDay(ZoneOffset.UTC).toInstant());
            case ToDate _ -> Optional.empty();
        };
    }

    /** Behind its last moment, which is never later than {@code asOf}. */
    default Instant to(Instant asOf) {
        return switch (this) {
            case Rolling _,ToDate _ -> asOf;
            case Days(_, var to) -> {
                Instant end = to.atStartOfDay(ZoneOffset.UTC).toInstant();
                yield end.isBefore(asOf) ? end : asOf;
            }
        };
    }

    private static Instant end(Window window, Instant asOf) {
        long stepMs = window.stepMs();
        return Instant.ofEpochMilli(Math.floorDiv(asOf.toEpochMilli(), stepMs) * stepMs);
    }

    /**
     * Reads {@code 5m}, {@code 24h}, {@code today}, {@code yesterday}, {@code month}, {@code to_date}, a day such as
     * {@code 2026-11-23} or a month such as {@code 2026-11}.
     *
     * @throws IllegalArgumentException
     *             for anything else, saying what is right
     */
    static Span parse(String text, Instant asOf) {
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        return switch (text) {
            case "today" -> day(today);
            case "yesterday" -> day(today.minusDays(1));
            case "month" -> month(YearMonth.from(today));
            case "to_date" -> new ToDate();
            default -> Window.ALL.stream()
                    .filter(window -> window.label().equals(text))
                    .findFirst()
                    .<Span>map(Rolling::new)
                    .orElseGet(() -> byCalendar(text));
        };
    }

    private static Span byCalendar(String text) {
        try {
            return text.length() == "2026-11".length() ? month(YearMonth.parse(text)) : day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "window must be one of %s, today, yesterday, month, to_date, a day such as 2026-11-23 or a month such as 2026-11, not '%s'"
                            .formatted(Arrays.stream(Window.values())
                                    .map(Window::label)
                                    .collect(Collectors.joining(", ")), text),
                    e);
        }
    }

    private static Span day(LocalDate day) {
        return new Days(day, day.plusDays(1));
    }

    private static Span month(YearMonth month) {
        return new Days(month.atDay(1), month.plusMonths(1).atDay(1));
    }
}
