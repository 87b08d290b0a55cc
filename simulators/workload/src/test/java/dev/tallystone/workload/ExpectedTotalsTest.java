package dev.tallystone.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.workload.ExpectedTotals.Cell;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpectedTotalsTest {

    private static final Cell INPUT = new Cell("nova", "user/ann", "input");
    private static final Cell REQUESTS = new Cell("nova", "user/ann", "requests");

    private final ExpectedTotals totals = new ExpectedTotals();

    @Test
    void addsUpWhatCountsAndTellsTheRestApart() {
        totals.sent(counted(40));
        totals.sent(counted(2));
        totals.sent(of(new Fate.Duplicate()));
        totals.sent(of(new Fate.Rejected("EMPTY")));

        assertThat(totals.cells()).containsOnly(Map.entry(INPUT, 42L), Map.entry(REQUESTS, 2L));
        assertThat(totals.sent()).isEqualTo(4).isEqualTo(totals.tallied() + totals.duplicates() + totals.rejected());
        assertThat(totals.rejectedByReason()).containsOnly(Map.entry("EMPTY", 1L));
    }

    @Test
    void findsNoDifferenceInEqualTotals() {
        totals.sent(counted(40));

        assertThat(totals.differences(Map.of(INPUT, 40L, REQUESTS, 1L), 10)).isEmpty();
    }

    @Test
    void namesAWrongCell() {
        totals.sent(counted(4_000));

        assertThat(totals.differences(Map.of(INPUT, 3_999L, REQUESTS, 1L), 10))
                .containsExactly("input of nova by user/ann: expected 4,000, was 3,999 (-1)");
    }

    @Test
    void namesCellsThatOnlyOneSideKnows() {
        totals.sent(counted(40));
        Map<Cell, Long> actual = new HashMap<>(Map.of(REQUESTS, 1L, new Cell("llama", "user/bob", "input"), 5L));

        assertThat(totals.differences(actual, 10)).containsExactly("input of llama by user/bob: expected 0, was 5 (+5)",
                "input of nova by user/ann: expected 40, was 0 (-40)");
    }

    @Test
    void namesNoMoreThanTheLimit() {
        totals.sent(counted(40));

        assertThat(totals.differences(Map.of(), 1)).hasSize(1);
    }

    private static LogRecord counted(long input) {
        return of(new Fate.Counted("nova", "user/ann", Map.of("requests", 1L, "input", input)));
    }

    private static LogRecord of(Fate fate) {
        return new LogRecord("id", new byte[0], Days.START, fate);
    }
}
