package dev.tallystone.metering;

import static dev.tallystone.metering.Window.FIVE_MINUTES;
import static dev.tallystone.metering.Window.ONE_DAY;
import static dev.tallystone.metering.Window.ONE_HOUR;
import static dev.tallystone.metering.Window.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellHistoryTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final long NOON_MINUTE = NOON.getEpochSecond() / 60;
    private static final long NOON_BUCKET = NOON.getEpochSecond() / 10;

    private final CellHistory history = new CellHistory();

    @Test
    void sumsEverythingToDateWhateverTheTime() {
        history.advanceTo(NOON);
        count(NOON.minus(Duration.ofDays(300)), 1);
        count(NOON, 10);
        count(NOON.plusSeconds(240), 100);

        assertThat(history.toDate()).isEqualTo(Quantities.of(Measure.INPUT, 111));
    }

    @Test
    void endsItsShortWindowsWithTheLastFullTenSeconds() {
        count(NOON.minusSeconds(61), 1);
        count(NOON.minusSeconds(60), 10);
        count(NOON.minusSeconds(1), 100);
        count(NOON, 1_000);

        history.advanceTo(NOON.plusSeconds(9));

        assertThat(tokens(ONE_MINUTE)).isEqualTo(110);
        assertThat(tokens(FIVE_MINUTES)).isEqualTo(111);
        history.advanceTo(NOON.plusSeconds(10));
        assertThat(tokens(ONE_MINUTE)).as("the bucket of 11:59:00 has left").isEqualTo(1_100);
    }

    @Test
    void endsItsLongWindowsWithTheLastFullMinute() {
        count(NOON.minus(Duration.ofHours(1)).minusSeconds(1), 1);
        count(NOON.minus(Duration.ofHours(1)), 10);
        count(NOON.minusSeconds(1), 100);
        count(NOON.plusSeconds(30), 1_000);

        history.advanceTo(NOON.plusSeconds(59));

        assertThat(tokens(ONE_HOUR)).isEqualTo(110);
        assertThat(tokens(ONE_DAY)).isEqualTo(111);
        history.advanceTo(NOON.plusSeconds(60));
        assertThat(tokens(ONE_HOUR)).isEqualTo(1_100);
        assertThat(tokens(ONE_DAY)).isEqualTo(1_111);
    }

    @Test
    void countsALateEventInEveryWindowThatHoldsItsTime() {
        history.advanceTo(NOON);

        count(NOON.minus(Duration.ofMinutes(3)), 5);

        assertThat(tokens(ONE_MINUTE)).isZero();
        assertThat(tokens(FIVE_MINUTES)).isEqualTo(5);
        assertThat(tokens(ONE_HOUR)).isEqualTo(5);
        assertThat(tokens(ONE_DAY)).isEqualTo(5);
        history.advanceTo(NOON.plus(Duration.ofMinutes(3)));
        assertThat(tokens(FIVE_MINUTES)).as("it leaves as if it had been in time").isZero();
        assertThat(tokens(ONE_HOUR)).isEqualTo(5);
    }

    @Test
    void countsAnEventOfThreeDaysAgoToDateOnly() {
        history.advanceTo(NOON);

        count(NOON.minus(Duration.ofDays(3)), 5);

        assertThat(Window.ALL).allSatisfy(window -> assertThat(tokens(window)).isZero());
        assertThat(history.toDate()).isEqualTo(Quantities.of(Measure.INPUT, 5));
        assertThat(history.minutes(0, NOON_MINUTE)).isEmpty();
    }

    @Test
    void neverGoesBack() {
        count(NOON.minusSeconds(10), 5);
        history.advanceTo(NOON);

        history.advanceTo(NOON.minus(Duration.ofHours(1)));

        assertThat(tokens(ONE_MINUTE)).isEqualTo(5);
    }

    @Test
    void fallsEmptyWhenCallsStop() {
        count(NOON.minusSeconds(10), 5);
        history.advanceTo(NOON);

        history.advanceTo(NOON.plus(Duration.ofDays(10)));

        assertThat(Window.ALL).allSatisfy(window -> assertThat(tokens(window)).isZero());
        assertThat(history.minutes(NOON_MINUTE - 5, NOON_MINUTE + 5)).as("trimmed").isEmpty();
        assertThat(history.toDate()).isEqualTo(Quantities.of(Measure.INPUT, 5));
    }

    @Test
    void handsOutFullMinutesOnly() {
        count(NOON.minusSeconds(60), 1);
        count(NOON.minusSeconds(20), 10);
        count(NOON.plusSeconds(5), 100);
        history.advanceTo(NOON.plusSeconds(59));

        assertThat(history.minutes(NOON_MINUTE - 10, NOON_MINUTE + 10)).isEqualTo(
                Map.of(NOON_MINUTE - 1, Quantities.of(Measure.INPUT, 11)));
        assertThat(history.minutes(NOON_MINUTE - 10, NOON_MINUTE - 1)).as("the end is excluded").isEmpty();
        assertThat(history.minutes(NOON_MINUTE + 5, NOON_MINUTE + 10)).isEmpty();
    }

    @Test
    void handsOutBucketsOfTenSeconds() {
        count(NOON.minusSeconds(10), 1);
        count(NOON, 10);
        history.advanceTo(NOON.plusSeconds(10));

        assertThat(history.buckets(NOON_BUCKET - 1, NOON_BUCKET + 1)).isEqualTo(Map.of(NOON_BUCKET - 1,
                Quantities.of(Measure.INPUT, 1), NOON_BUCKET, Quantities.of(Measure.INPUT, 10)));
        assertThat(history.buckets(NOON_BUCKET - 1, NOON_BUCKET)).containsOnlyKeys(NOON_BUCKET - 1);
    }

    @Test
    void keepsTenMinutesOfBucketsAndADayOfMinutes() {
        history.advanceTo(NOON);
        count(NOON.minusSeconds(600), 1);
        count(NOON.minusSeconds(601), 2);
        count(NOON.minus(Duration.ofDays(1)), 4);
        count(NOON.minus(Duration.ofDays(1)).minusSeconds(1), 8);

        assertThat(history.buckets(0, NOON_BUCKET)).isEqualTo(
                Map.of(NOON_BUCKET - 60, Quantities.of(Measure.INPUT, 1)));
        assertThat(history.minutes(0, NOON_MINUTE)).isEqualTo(Map.of(NOON_MINUTE - 1_440,
                Quantities.of(Measure.INPUT, 4), NOON_MINUTE - 11, Quantities.of(Measure.INPUT, 2), NOON_MINUTE - 10,
                Quantities.of(Measure.INPUT, 1)));
        history.advanceTo(NOON.plusSeconds(60));
        assertThat(history.buckets(0, NOON_BUCKET)).as("trimmed").isEmpty();
        assertThat(history.minutes(0, NOON_MINUTE)).as("trimmed").hasSize(2);
    }

    @Test
    void leavesWhatItHandedOutUnchanged() {
        count(NOON.minusSeconds(60), 1);
        history.advanceTo(NOON);
        Quantities before = history.in(ONE_HOUR);
        Map<Long, Quantities> minutes = history.minutes(NOON_MINUTE - 1, NOON_MINUTE);

        count(NOON.minusSeconds(60), 2);

        assertThat(before).isEqualTo(Quantities.of(Measure.INPUT, 1));
        assertThat(minutes).containsValue(Quantities.of(Measure.INPUT, 1));
        assertThat(tokens(ONE_HOUR)).isEqualTo(3);
    }

    /** Events from two days before to five minutes after, while time advances by fits and starts. */
    @Test
    void holdsInEveryWindowWhatAddingEverythingAnewGives() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        List<Counted> all = new ArrayList<>();
        Instant asOf = NOON;
        history.advanceTo(asOf);
        for (int i = 0; i < 3_000; i++) {
            for (int calls = random.nextInt(4); calls > 0; calls--) {
                Instant at = asOf.plusMillis(300_000 - lateness(random).toMillis());
                long tokens = random.nextInt(1_000);
                count(at, tokens);
                all.add(new Counted(at, tokens));
            }
            asOf = asOf.plusMillis(pause(random).toMillis());
            history.advanceTo(asOf);

            for (Window window : Window.ALL) {
                assertThat(tokens(window)).as("%s at %s, seed %d, replay with -Dseed", window, asOf, seed)
                        .isEqualTo(sum(all, window, asOf));
            }
        }
        assertThat(history.toDate().get(Measure.INPUT)).isEqualTo(all.stream().mapToLong(Counted::tokens).sum());
    }

    private record Counted(Instant at, long tokens) {}

    private static Duration lateness(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMillis(random.nextInt(600_000));
            case 1 -> Duration.ofMillis(random.nextInt(1_200_000));
            case 2 -> Duration.ofSeconds(random.nextInt(7_200));
            default -> Duration.ofMinutes(random.nextInt(2_880));
        };
    }

    private static Duration pause(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> Duration.ofSeconds(random.nextInt(1_200));
            case 1 -> random.nextInt(10) == 0 ? Duration.ofMinutes(random.nextInt(2_000)) : Duration.ZERO;
            default -> Duration.ofMillis(random.nextInt(12_000));
        };
    }

    private static long sum(List<Counted> all, Window window, Instant asOf) {
        long stepMs = window == ONE_MINUTE || window == FIVE_MINUTES ? 10_000 : 60_000;
        long endMs = asOf.toEpochMilli() / stepMs * stepMs;
        long startMs = endMs - window.length().toMillis();
        return all.stream()
                .filter(counted -> counted.at().toEpochMilli() >= startMs && counted.at().toEpochMilli() < endMs)
                .mapToLong(Counted::tokens)
                .sum();
    }

    private void count(Instant at, long tokens) {
        history.accumulate(TallyKey.bucketOf(at.toEpochMilli()), Quantities.of(Measure.INPUT, tokens));
    }

    private long tokens(Window window) {
        return history.in(window).get(Measure.INPUT);
    }
}
