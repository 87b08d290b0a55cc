package dev.tallystone.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final List<LogRecord> CHAOS = Days.oneDay("chaos", 2_000);
    private static final double COUNTED = count(sent -> sent.fate() instanceof Fate.Counted);

    @Test
    void theShareOfDuplicatesIsTheOneAskedForButForThoseThatFollowAfterTheEnd() {
        long duplicates = count(sent -> sent.fate() instanceof Fate.Duplicate);

        // A quarter of the copies lags 30 s, and half of those fall beyond a day of 60 s.
        assertThat(duplicates / COUNTED).isCloseTo(0.05 * (1 - 0.25 / 2), within(fiveSigma(0.05) + 0.005));
    }

    @Test
    void theShareOfBrokenRecordsIsTheOneAskedFor() {
        long broken = count(sent -> sent.fate() instanceof Fate.Rejected);

        assertThat(broken / COUNTED).isCloseTo(0.01, within(fiveSigma(0.01)));
    }

    @Test
    void theShareOfLateRecordsIsTheOneAskedFor() {
        long late = count(sent -> sent.fate() instanceof Fate.Counted
                && occurredAt(sent).isBefore(sent.dueAt().minusMillis(1)));

        assertThat(late / COUNTED).isCloseTo(0.02, within(fiveSigma(0.02)));
    }

    @Test
    void copiesFollowInTheSameStepOrHalfASecondOrFiveOrThirtySecondsLater() {
        Map<String, Instant> firsts = new HashMap<>();
        var lags = new TreeSet<Duration>();
        for (LogRecord sent : CHAOS) {
            switch (sent.fate()) {
                case Fate.Counted counted -> firsts.put(sent.key(), sent.dueAt());
                case Fate.Duplicate() -> lags.add(Duration.between(firsts.get(sent.key()), sent.dueAt()));
                case Fate.Rejected rejected -> assertThat(firsts).doesNotContainKey(sent.key());
            }
        }

        assertThat(lags).containsExactly(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }

    @Test
    void aScenarioWithoutFaultsOnlySendsWhatCounts() {
        assertThat(Days.oneDay("steady", 500)).allMatch(sent -> sent.fate() instanceof Fate.Counted);
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> new Faults(1.5, 0, Duration.ZERO, 0)).hasMessage(
                "duplicates must be a share from 0 to 1, not 1.5");
        assertThatThrownBy(() -> new Faults(0, 0.1, Duration.ZERO, 0)).hasMessageContaining("latest");
    }

    private static double fiveSigma(double share) {
        return 5 * Math.sqrt(share * (1 - share) / COUNTED);
    }

    private static long count(Predicate<LogRecord> matching) {
        return CHAOS.stream().filter(matching).count();
    }

    private static Instant occurredAt(LogRecord sent) {
        return Instant.parse(new RecordReader(sent).text("timestamp"));
    }
}
