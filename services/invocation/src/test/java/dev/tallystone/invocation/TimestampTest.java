package dev.tallystone.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

    private static final Instant END_OF_YEAR_9999 = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Timestamp timestamp = new Timestamp();

    @ParameterizedTest
    @CsvSource({"2026-10-01T12:00:00Z, 2026-10-01T12:00:00Z", "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
            "2026-10-01T12:00:00.123456789Z, 2026-10-01T12:00:00.123Z",
            "2026-10-02T02:00:00+14:00, 2026-10-01T12:00:00Z", "2026-10-01T00:30:00-11:30, 2026-10-01T12:00:00Z",
            "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z", "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
            "2026-10-01T24:00:00Z, 2026-10-02T00:00:00Z", "2026-10-01T12:00:00\\u002b00:00, 2026-10-01T12:00:00Z"})
    void readsIsoTimes(String text, Instant instant) {
        assertThat(parse(text)).isEqualTo(instant.toEpochMilli());
        assertThat(parse(text)).as("a second time").isEqualTo(instant.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30T12:00:00Z", "2025-02-29T12:00:00Z", "2026-13-01T12:00:00Z",
            "0000-00-00T00:00:00Z", "2026-10-01T25:00:00Z", "2026-10-01T12:60:00Z", "2026-10-01T12:00:61Z",
            "2026-10-01T12:00:60Z", "+10000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
            "-2026-10-01T12:00:00Z", "2026-10-01", "2026-10-01T12:00:00", "2026-10-01 12:00:00Z", "1790856000000",
            "2026-10-01T12:00:0\u0661Z", "2026-10-0:T12:00:00Z", "2026/10/01T12:00:00Z",
            "2026-10-01T12:00:00.000000000000000000000000000Z"})
    void refusesEverythingElse(String text) {
        assertThat(parse(text)).isEqualTo(Timestamp.BAD);
        parse("2026-10-01T12:00:00Z");
        assertThat(parse(text)).as("behind a good one of October 2026").isEqualTo(Timestamp.BAD);
    }

    @Test
    void isNotFooledByADayOfTheSameNumber() {
        assertThat(parse("2026-02-28T12:00:00Z")).isEqualTo(Instant.parse("2026-02-28T12:00:00Z").toEpochMilli());
        assertThat(parse("2026-02-28T23:59:59Z")).isEqualTo(Instant.parse("2026-02-28T23:59:59Z").toEpochMilli());
        assertThat(parse("2026-03-01T00:00:00Z")).isEqualTo(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());
        assertThat(parse("2026-02-29T00:00:00Z")).isEqualTo(Timestamp.BAD);
    }

    @Test
    void agreesWithInstantOnRandomTimes() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            Instant instant = random.nextBoolean()
                    ? Instant.parse("2026-10-01T00:00:00Z").plusSeconds(random.nextInt(3 * 86_400))
                    : Instant.ofEpochMilli(random.nextLong(END_OF_YEAR_9999.toEpochMilli()));
            String text = random.nextInt(4) == 0
                    ? OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(60 * random.nextInt(-840, 841)))
                            .toString()
                    : instant.toString();
            assertThat(parse(text)).as("seed %d, replay with -Dseed: %s", seed, text).isEqualTo(expected(text));
        }
    }

    private static long expected(String text) {
        try {
            long millis = Instant.parse(text).toEpochMilli();
            return millis < 0 || millis > END_OF_YEAR_9999.toEpochMilli() ? Timestamp.BAD : millis;
        } catch (DateTimeParseException e) {
            return Timestamp.BAD;
        }
    }

    private long parse(String text) {
        byte[] data = ("..\"" + text + "\"").getBytes(UTF_8);
        return timestamp.parse(data, 3, data.length - 1);
    }
}
