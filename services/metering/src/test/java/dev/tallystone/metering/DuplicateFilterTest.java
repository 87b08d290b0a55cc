package dev.tallystone.metering;

import static dev.tallystone.metering.DuplicateFilter.Admission.CONFLICT;
import static dev.tallystone.metering.DuplicateFilter.Admission.DUPLICATE;
import static dev.tallystone.metering.DuplicateFilter.Admission.FIRST;
import static dev.tallystone.metering.DuplicateFilter.Admission.TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.metering.DuplicateFilter.Admission;
import dev.tallystone.metering.SliceRanges.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final Duration HORIZON = Duration.ofHours(2);
    private static final int COUNTS = 1_234;

    private DuplicateFilter filter = new DuplicateFilter(HORIZON, new SliceRanges());
    private long idsOffset;

    @Test
    void admitsACallOfANewId() {
        assertThat(admit("a", NOON)).isEqualTo(FIRST);
        assertThat(admit("b", NOON)).isEqualTo(FIRST);
    }

    @Test
    void recognisesACopyInTheSameCommit() {
        admit("a", NOON);

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void recognisesACopyThatArrivesInAnotherCommit() {
        admit("a", NOON);
        commit();

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void callsACopyWithOtherCountsAConflict() {
        admit("a", NOON);

        assertThat(admit("a", NOON, NOON, COUNTS + 1)).isEqualTo(CONFLICT);
        commit();
        assertThat(admit("a", NOON, NOON, COUNTS + 1)).isEqualTo(CONFLICT);
    }

    @Test
    void letsTheFirstStandAfterAConflict() {
        admit("a", NOON);
        admit("a", NOON, NOON, COUNTS + 1);
        commit();

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void recognisesTheIdOfAllZeros() {
        assertThat(filter.admit(0, 0, COUNTS, NOON.toEpochMilli(), NOON.toEpochMilli())).isEqualTo(FIRST);
        assertThat(filter.admit(0, 0, COUNTS, NOON.toEpochMilli(), NOON.toEpochMilli())).isEqualTo(DUPLICATE);
        commit();
        assertThat(filter.admit(0, 0, COUNTS, NOON.toEpochMilli(), NOON.toEpochMilli())).isEqualTo(DUPLICATE);
    }

    @Test
    void knowsNothingOfAnAbortedTransactionOnceItIsReadBack() {
        admit("a", NOON);
        List<SliceIds> written = commit();
        admit("b", NOON);

        restart(written);

        assertThat(admit("b", NOON)).isEqualTo(FIRST);
        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void recognisesAfterARestartWhatWasWrittenDown() {
        admit("a", NOON);
        admit("b", NOON.plus(Duration.ofMinutes(10)));
        List<SliceIds> written = commit();

        restart(written);

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
        assertThat(admit("b", NOON.plus(Duration.ofMinutes(10)), NOON, COUNTS + 1)).isEqualTo(CONFLICT);
        assertThat(admit("c", NOON)).isEqualTo(FIRST);
        assertThat(filter.size()).isEqualTo(3);
    }

    @Test
    void mayBeRestoredTwiceFromTheSameIds() {
        admit("a", NOON);
        List<SliceIds> written = commit();

        written.forEach(ids -> filter.restore(ids, 0));

        assertThat(filter.size()).isEqualTo(1);
    }

    @Test
    void writesDownOnlyTheOpenTransaction() {
        admit("a", NOON);
        commit();
        admit("b", NOON);

        assertThat(filter.pending()).singleElement().extracting(SliceIds::size).isEqualTo(1);
    }

    @Test
    void closesASliceOnceTheHorizonPassesWithoutAnArrival() {
        admit("a", NOON);
        commit();

        filter.closeQuiet(NOON.plus(HORIZON).minusSeconds(1).toEpochMilli());
        assertThat(filter.closedSlices()).isEmpty();
        filter.closeQuiet(NOON.plus(HORIZON).plusSeconds(1).toEpochMilli());

        assertThat(admit("c", NOON)).isEqualTo(TOO_OLD);
        assertThat(admit("a", NOON)).as("its copies are not counted either").isEqualTo(TOO_OLD);
        assertThat(filter.size()).isZero();
        assertThat(filter.closedSlices()).containsExactly(new Range(slice(NOON), slice(NOON)));
    }

    @Test
    void keepsASliceOpenWhileCallsArrive() {
        admit("a", NOON);
        commit();
        admit("b", NOON, NOON.plus(HORIZON), COUNTS);
        commit();

        filter.closeQuiet(NOON.plus(HORIZON).plus(HORIZON).minusSeconds(1).toEpochMilli());

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void takesACopyForAnArrivalToo() {
        Instant later = NOON.plus(HORIZON).minusSeconds(1);
        admit("a", NOON);
        commit();
        admit("a", NOON, later, COUNTS);
        commit();

        filter.closeQuiet(later.plus(HORIZON).minusSeconds(1).toEpochMilli());

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void remembersTheArrivalOfCopiesAcrossARestart() {
        Instant later = NOON.plus(HORIZON).minusSeconds(1);
        admit("a", NOON);
        List<SliceIds> first = commit();
        admit("a", NOON, later, COUNTS);
        List<SliceIds> second = commit();

        restart(first, second);
        filter.closeQuiet(later.plus(HORIZON).minusSeconds(1).toEpochMilli());

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void keepsASliceOpenThatTheOpenTransactionTouches() {
        admit("a", NOON);

        filter.closeQuiet(NOON.plus(HORIZON).plusSeconds(1).toEpochMilli());

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
        assertThat(filter.closedSlices()).isEmpty();
        commit();
        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void keepsASliceOpenThatACallReachesJustBeforeItIsClosed() {
        admit("a", NOON);
        commit();
        admit("b", NOON, NOON.plus(HORIZON).plusSeconds(1), COUNTS);

        filter.closeQuiet(NOON.plus(HORIZON).plusSeconds(1).toEpochMilli());
        commit();

        assertThat(admit("a", NOON)).isEqualTo(DUPLICATE);
        assertThat(admit("b", NOON)).isEqualTo(DUPLICATE);
    }

    @Test
    void importsAnOldFolderOnce() {
        Instant lastMonth = NOON.minus(Duration.ofDays(30));

        assertThat(admit("a", lastMonth, NOON, COUNTS)).isEqualTo(FIRST);
        commit();
        assertThat(admit("a", lastMonth, NOON.plusSeconds(60), COUNTS)).as("again at once").isEqualTo(DUPLICATE);
        commit();
        filter.closeQuiet(NOON.plusSeconds(61).plus(HORIZON).toEpochMilli());
        assertThat(admit("a", lastMonth, NOON.plus(HORIZON), COUNTS)).as("again the next day").isEqualTo(TOO_OLD);
        assertThat(admit("b", lastMonth.minus(Duration.ofMinutes(10)), NOON, COUNTS)).as("of the ten minutes before")
                .isEqualTo(FIRST);
    }

    @Test
    void keepsClosedSlicesClosedAfterARestart() {
        admit("a", NOON);
        List<SliceIds> written = commit();
        filter.closeQuiet(NOON.plus(HORIZON).plusSeconds(1).toEpochMilli());

        restart(written);

        assertThat(admit("a", NOON)).isEqualTo(TOO_OLD);
        assertThat(filter.size()).as("ids of closed slices are passed over").isZero();
    }

    @Test
    void namesTheEarliestPlaceThatARestartMustReadFrom() {
        assertThat(filter.earliestOffset()).isEmpty();

        admit("a", NOON);
        commit();
        admit("b", NOON.plus(Duration.ofMinutes(10)), NOON.plus(HORIZON), COUNTS);
        admit("c", NOON, NOON.plusSeconds(1), COUNTS);
        commit();
        assertThat(filter.earliestOffset()).contains(0L);

        filter.closeQuiet(NOON.plus(HORIZON).plusSeconds(2).toEpochMilli());
        assertThat(filter.earliestOffset()).contains(1L);

        filter.closeQuiet(NOON.plus(HORIZON).plus(HORIZON).plusSeconds(1).toEpochMilli());
        assertThat(filter.earliestOffset()).isEmpty();
    }

    @Test
    void dividesEventTimeIntoTenMinutes() {
        assertThat(slice(NOON.plusSeconds(599))).isEqualTo(slice(NOON));
        assertThat(slice(NOON.plusSeconds(600))).isEqualTo(slice(NOON) + 1);
        assertThat(DuplicateFilter.sliceOf(-1)).isEqualTo(-1);
    }

    private static long slice(Instant occurredAt) {
        return DuplicateFilter.sliceOf(occurredAt.toEpochMilli());
    }

    private Admission admit(String id, Instant occurredAt) {
        return admit(id, occurredAt, NOON, COUNTS);
    }

    private Admission admit(String id, Instant occurredAt, Instant arrivedAt, int countsHash) {
        return filter.admit(id.hashCode(), 7, countsHash, occurredAt.toEpochMilli(), arrivedAt.toEpochMilli());
    }

    private List<SliceIds> commit() {
        List<SliceIds> written = filter.pending();
        filter.committed(idsOffset++);
        return written;
    }

    /** Starts again with what the last receipt and the ids topic hold. */
    @SafeVarargs
    private void restart(List<SliceIds>... written) {
        filter = new DuplicateFilter(HORIZON, SliceRanges.of(filter.closedSlices()));
        for (int offset = 0; offset < written.length; offset++) {
            for (SliceIds ids : written[offset]) {
                filter.restore(ids, offset);
            }
        }
    }
}
