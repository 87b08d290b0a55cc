package dev.tallystone.invocation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads ISO 8601 times. The log's own form, {@code 2026-10-01T12:00:00Z}, is read without allocating. */
final class Timestamp {

    /** No time can be read. */
    static final long BAD = Long.MIN_VALUE;
    private static final int SECONDS_FORM = "2026-10-01T12:00:00".length();
    private static final int MAX_LENGTH = 40;
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long END_OF_YEAR_9999 = 253_402_300_800_000L;

    private int lastDate = -1;
    private long lastDateMs;

    /** Milliseconds since 1970, UTC, or {@link #BAD}. */
    long parse(byte[] data, int from, int to) {
        int fraction = from + SECONDS_FORM;
        boolean logForm = to > fraction && data[from + 4] == '-' && data[from + 7] == '-' && data[from + 10] == 'T'
                && data[from + 13] == ':' && data[from + 16] == ':' && data[to - 1] == 'Z';
        int date = logForm ? date(data, from) : -1;
        int hour = logForm ? two(data, from + 11) : -1;
        int minute = logForm ? two(data, from + 14) : -1;
        int second = logForm ? two(data, from + 17) : -1;
        int millis = logForm ? millis(data, fraction, to - 1) : -1;
        boolean plain = (date | hour | minute | second | millis) >= 0 && hour <= 23 && minute <= 59 && second <= 59;
        return plain && date == lastDate
                ? lastDateMs + (hour * 3_600 + minute * 60 + second) * 1_000L + millis
                : slow(data, from, to);
    }

    /** What stands between the seconds and the Z: nothing, or a point and three digits; −1 for anything else. */
    private static int millis(byte[] data, int from, int to) {
        if (from == to) {
            return 0;
        }
        boolean three = to - from == 4 && data[from] == '.' && data[from + 1] >= '0' && data[from + 1] <= '9';
        int rest = three ? two(data, from + 2) : -1;
        return rest < 0 ? -1 : (data[from + 1] - '0') * 100 + rest;
    }

    private long slow(byte[] data, int from, int to) {
        if (to - from > MAX_LENGTH) {
            return BAD;
        }
        try {
            long millis = Instant.parse(new String(JsonText.unescape(data, from, to), StandardCharsets.US_ASCII))
                    .toEpochMilli();
            if (millis >= END_OF_YEAR_9999 || millis < 0) {
                return BAD;
            }
            remember(millis);
            return millis;
        } catch (DateTimeException | ArithmeticException e) {
            return BAD;
        }
    }

    private void remember(long millis) {
        LocalDate day = LocalDate.ofEpochDay(millis / MILLIS_PER_DAY);
        lastDate = day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
        lastDateMs = millis / MILLIS_PER_DAY * MILLIS_PER_DAY;
    }

    private static int date(byte[] data, int from) {
        int century = two(data, from);
        int year = two(data, from + 2);
        int month = two(data, from + 5);
        int day = two(data, from + 8);
        return (century | year | month | day) < 0 ? -1 : century * 1_000_000 + year * 10_000 + month * 100 + day;
    }

    private static int two(byte[] data, int at) {
        int tens = data[at] - '0';
        int ones = data[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
