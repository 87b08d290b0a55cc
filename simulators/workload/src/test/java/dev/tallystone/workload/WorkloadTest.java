package dev.tallystone.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    @Test
    void aStepIsTheSameWhateverWasAskedBefore() {
        Workload forwards = Days.workload("chaos", 7, 1_000);
        Workload backwards = Days.workload("chaos", 7, 1_000);

        List<String> last = lines(backwards.step(400));
        List<String> first = lines(backwards.step(3));

        assertThat(lines(forwards.step(3))).isEqualTo(first).isEqualTo(lines(forwards.step(3)));
        assertThat(lines(forwards.step(400))).isEqualTo(last);
    }

    @Test
    void anotherSeedSendsOtherRecords() {
        assertThat(lines(Days.workload("lively", 1, 1_000).step(5)))
                .doesNotContainAnyElementsOf(lines(Days.workload("lively", 2, 1_000).step(5)));
    }

    @Test
    void theMeanRateOverADayIsTheOneAskedFor() {
        for (String scenario : Scenario.names()) {
            long counted = Days.oneDay(scenario, 1_000).stream().filter(r -> r.fate() instanceof Fate.Counted).count();

            assertThat(counted / 60.0).as(scenario).isCloseTo(1_000, within(10.0));
        }
    }

    @Test
    void theSameNumberOfEventsFallsOnEveryDay() {
        Workload workload = Days.workload("steady", 3, 100);

        long fiftiethDay = LongStream.range(50 * Days.STEPS, 51 * Days.STEPS).map(k -> workload.step(k).size()).sum();

        assertThat(fiftiethDay).isBetween(5_998L, 6_002L);
    }

    @Test
    void recordsAreDueInOrderAndWithinTheirStep() {
        Workload workload = Days.workload("chaos", 3, 1_000);

        List<Instant> due = workload.step(350).stream().map(LogRecord::dueAt).toList();

        Instant begin = Days.START.plus(Duration.ofSeconds(35));
        assertThat(due).isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(begin, begin.plus(Workload.STEP).minusNanos(1)));
    }

    @Test
    void aCopyThatFollowsAtOnceStandsRightBehindItsRecord() {
        List<LogRecord> sent = Days.workload("chaos", 3, 5_000).step(0);

        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i).fate() instanceof Fate.Duplicate) {
                assertThat(sent.get(i).key()).isEqualTo(sent.get(i - 1).key());
            }
        }
        assertThat(sent).anyMatch(record -> record.fate() instanceof Fate.Duplicate);
    }

    @Test
    void aHundredThousandIdsAreDifferentAndCanonical() {
        var ids = new HashSet<String>();
        for (LogRecord sent : Days.oneDay("chaos", 2_000)) {
            if (!(sent.fate() instanceof Fate.Duplicate)) {
                assertThat(ids.add(sent.key())).as(sent.key()).isTrue();
                assertThat(UUID.fromString(sent.key())).hasToString(sent.key());
                assertThat(UUID.fromString(sent.key()).version()).isEqualTo(4);
            }
        }
        assertThat(ids).hasSizeGreaterThan(100_000);
    }

    @Test
    void refusesWhatCannotBeSimulated() {
        assertThatThrownBy(() -> Days.workload("lively", 1, 0)).hasMessageContaining("eventsPerSecond");
        assertThatThrownBy(() -> Days.workload("lively", 1, 1).step(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new Workload(Scenario.named("lively"), 1, Days.START, Duration.ofSeconds(1), 1))
                .hasMessageContaining("PT1S");
    }

    private static List<String> lines(List<LogRecord> records) {
        return records.stream()
                .map(r -> r.key() + r.dueAt() + r.fate() + new String(r.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
