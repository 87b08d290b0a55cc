package dev.tallystone.board.costs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How long a line of grouped costs is, in UTC. Rows of FOCUS are a day or an hour, or a part of one. */
public enum Grain {
    HOUR,
    DAY,
    MONTH;

    /** The begin of the hour, day or month in which a moment lies. */
    Instant begin(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        return switch (this) {
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> at.truncatedTo(ChronoUnit.DAYS);
            case MONTH -> utc.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
        };
    }

    /** Behind its last moment. */
    Instant end(Instant begin) {
        ZonedDateTime utc = begin.atZone(ZoneOffset.UTC);
        return switch (this) {
            case HOUR -> utc.plusHours(1).toInstant();
            case DAY -> utc.plusDays(1).toInstant();
            case MONTH -> utc.plusMonths(1).toInstant();
        };
    }
}
