package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedPastTest {

    private static final Instant NOON = Instant.parse("2026-10-10T12:00:00Z");
    private static final long NOON_MINUTE = NOON.getEpochSecond() / 60;
    private static final long NOON_HOUR = NOON_MINUTE / 60;
    private static final long ALL = PackedPast.KEPT.toMinutes();

    private static Cell cell(int caller) {
        return new Cell("1", "us-west-2", "arn", new Caller("assumed-role/" + caller, List.of()), "Converse",
                Source.KAFKA, "", "", 0, "", Outcome.OK, 0);
    }

    private static Quantities input(long tokens) {
        return Quantities.of(Measure.INPUT, tokens);
    }

    private static void count(CellHistory history, Duration beforeNoon, long tokens) {
        history.accumulate(NOON.minus(beforeNoon).toEpochMilli() / TallyKey.BUCKET_MS, input(tokens));
    }

    @Test
    void keepsTheMinutesThatLeaveTheDay() {
        CellHistory history = new PackedPast().historyOf(cell(1));
        count(history, Duration.ofMinutes(90), 5);
        count(history, Duration.ofMinutes(89), 6);
        history.advanceTo(NOON);
        history.advanceTo(NOON.plus(Duration.ofDays(2)));

        assertThat(history.minutes(NOON_MINUTE - ALL, NOON_MINUTE)).isEmpty();
        assertThat(history.keptMinutes(NOON_MINUTE - ALL, NOON_MINUTE))
                .isEqualTo(Map.of(NOON_MINUTE - 90, input(5), NOON_MINUTE - 89, input(6)));
        assertThat(history.keptMinutes(NOON_MINUTE - 89, NOON_MINUTE)).containsOnlyKeys(NOON_MINUTE - 89);
        assertThat(history.keptMinutes(NOON_MINUTE - 90, NOON_MINUTE - 89)).containsOnlyKeys(NOON_MINUTE - 90);
    }

    @Test
    void addsWhatComesLate() {
        CellHistory history = new PackedPast().historyOf(cell(1));
        count(history, Duration.ofDays(3), 5);
        history.advanceTo(NOON);

        count(history, Duration.ofDays(3), 20);
        count(history, Duration.ofDays(5), 1);

        assertThat(history.keptMinutes(NOON_MINUTE - ALL, NOON_MINUTE)).isEqualTo(
                Map.of(NOON_MINUTE - 3 * 1_440, input(25), NOON_MINUTE - 5 * 1_440, input(1)));
    }

    @Test
    void forgetsAfterFortyDays() {
        var past = new PackedPast();
        CellHistory history = past.historyOf(cell(1));
        count(history, Duration.ofDays(39), 5);
        past.advanceTo(NOON);
        history.advanceTo(NOON);
        count(history, Duration.ofDays(41), 7);

        assertThat(history.keptMinutes(0, NOON_MINUTE)).hasSize(1);
        past.advanceTo(NOON.plus(Duration.ofDays(1)).plus(Duration.ofHours(1)));
        assertThat(history.keptMinutes(0, NOON_MINUTE)).isEmpty();
        assertThat(past.isForgotten(NOON_HOUR - 39 * 24)).isTrue();
        assertThat(past.isForgotten(NOON_HOUR - 39 * 24 + 1)).isFalse();
    }

    @Test
    void keepsNothingOfAnHourWithMoreCellsThanItHasRoomFor() {
        var past = new PackedPast(2);
        for (int caller = 1; caller <= 3; caller++) {
            CellHistory history = past.historyOf(cell(caller));
            count(history, Duration.ofDays(3), 5);
            if (caller < 3) {
                count(history, Duration.ofDays(2), 5);
            }
            history.advanceTo(NOON);
        }

        assertThat(past.isCrowded(NOON_HOUR - 72)).isTrue();
        assertThat(past.isCrowded(NOON_HOUR - 48)).isFalse();
        assertThat(past.historyOf(cell(1)).keptMinutes(NOON_MINUTE - 72 * 60, NOON_MINUTE - 71 * 60)).isEmpty();
        assertThat(past.bytes()).as("of two cells in one minute: mask, minute, sum").isEqualTo(2 * 3);
    }

    private record Row(int caller, long bucket, long tokens) {}

    /** Four callers over 42 days, some hours with all of them; most rows of an hour in few minutes. */
    private static List<Row> rows(Random random) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 4_000; i++) {
            long minutesAgo = random.nextInt(42 * 24) * 60L + random.nextInt(5);
            rows.add(new Row(random.nextInt(4), (NOON_MINUTE - minutesAgo) * 6 + random.nextInt(6),
                    random.nextInt(1_000_000)));
        }
        return rows;
    }

    /** What a plain sum by minute of three cells an hour at most keeps of these rows, at noon. */
    private static Map<Integer, NavigableMap<Long, Quantities>> expected(List<Row> rows) {
        var callers = new HashMap<Long, Set<Integer>>();
        rows.forEach(row -> callers.computeIfAbsent(row.bucket / 360, _ -> new HashSet<>()).add(row.caller));
        var kept = new HashMap<Integer, NavigableMap<Long, Quantities>>();
        rows.forEach(row -> {
            long hour = row.bucket / 360;
            boolean inTheDay = hour >= NOON_HOUR - 24;
            if (row.bucket / 6 < NOON_MINUTE && hour >= NOON_HOUR - 40 * 24
                    && (inTheDay || callers.getOrDefault(hour, Set.of()).size() <= 3)) {
                kept.computeIfAbsent(row.caller, _ -> new TreeMap<>())
                        .merge(row.bucket / 6, input(row.tokens), Quantities::plus);
            }
        });
        return kept;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameWhateverOrderRowsCameIn(long seed) {
        var random = new Random(seed);
        List<Row> rows = rows(random);
        Collections.shuffle(rows, random);
        var past = new PackedPast(3);
        var histories = new HashMap<Integer, CellHistory>();
        Instant asOf = NOON.minus(Duration.ofDays(random.nextInt(43)));
        for (Row row : rows) {
            if (random.nextInt(20) == 0) {
                asOf = asOf.plus(Duration.ofMinutes(random.nextInt(500)));
                Instant now = asOf.isBefore(NOON) ? asOf : NOON;
                past.advanceTo(now);
                histories.values().forEach(history -> history.advanceTo(now));
            }
            histories.computeIfAbsent(row.caller, caller -> past.historyOf(cell(caller)))
                    .accumulate(row.bucket, input(row.tokens));
        }
        histories.values().forEach(history -> history.advanceTo(NOON));
        past.advanceTo(NOON);

        var kept = new HashMap<Integer, NavigableMap<Long, Quantities>>();
        histories.forEach((caller, history) -> kept.put(caller, history.keptMinutes(0, NOON_MINUTE)));
        assertThat(kept).isEqualTo(expected(rows));
    }
}
