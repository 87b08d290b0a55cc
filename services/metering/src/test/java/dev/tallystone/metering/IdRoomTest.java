package dev.tallystone.metering;

import static dev.tallystone.metering.DuplicateFilter.Admission.DUPLICATE;
import static dev.tallystone.metering.DuplicateFilter.Admission.FIRST;
import static dev.tallystone.metering.DuplicateFilter.Admission.FIRST_UNREMEMBERED;
import static dev.tallystone.metering.DuplicateFilter.Admission.TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.metering.DuplicateFilter.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to ids when a process may hold no more of them. */
class IdRoomTest {

    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final Instant EARLIER = NOON.minus(Duration.ofMinutes(30));
    private static final int MAX_IDS = 10;

    private final DuplicateFilter filter = filter();
    private final DuplicateFilter other = filter();
    private long nextId = 1;

    @Test
    void closesNothingWhileThereIsRoom() {
        admit(filter, 10, EARLIER, EARLIER);

        makeRoom(NOON);

        assertThat(filter.size()).isEqualTo(10);
        assertThat(filter.closedSlices()).isEmpty();
        assertThat(admitOne(filter, NOON, NOON)).isEqualTo(FIRST);
    }

    @Test
    void closesTheSliceWhoseLastArrivalIsOldest() {
        admit(filter, 4, NOON, NOON.minusSeconds(300));
        admit(filter, 4, EARLIER, NOON.minusSeconds(200)); // older events, but they came later
        admit(filter, 4, NOON.minusSeconds(600), NOON);

        makeRoom(NOON);

        assertThat(filter.size()).isEqualTo(8);
        assertThat(admitOne(filter, NOON, NOON)).isEqualTo(TOO_OLD);
        assertThat(admitOne(filter, EARLIER, NOON)).isEqualTo(FIRST);
    }

    @Test
    void closesNoMoreThanItMust() {
        admit(filter, 6, EARLIER, NOON.minusSeconds(300));
        admit(filter, 6, EARLIER.plusSeconds(600), NOON.minusSeconds(200));
        admit(filter, 4, NOON, NOON);

        makeRoom(NOON);

        assertThat(filter.size()).isEqualTo(10);
        assertThat(filter.closedSlices()).hasSize(1);
    }

    @Test
    void looksForTheQuietestSliceInAllPartitions() {
        admit(filter, 6, EARLIER, NOON.minusSeconds(200));
        admit(other, 6, EARLIER, NOON.minusSeconds(300));

        makeRoom(NOON);

        assertThat(filter.size()).isEqualTo(6);
        assertThat(other.size()).isZero();
        assertThat(admitOne(other, EARLIER, NOON)).isEqualTo(TOO_OLD);
        assertThat(admitOne(filter, EARLIER, NOON)).isEqualTo(FIRST);
    }

    @Test
    void neverClosesASliceWithAnArrivalInTheLastMinute() {
        admit(filter, 12, EARLIER, NOON.minusSeconds(59));

        makeRoom(NOON);

        assertThat(filter.size()).isEqualTo(12);
        assertThat(filter.closedSlices()).isEmpty();
    }

    @Test
    void countsWithoutRememberingWhenEveryIdIsOfTheLastMinute() {
        admit(filter, 12, NOON, NOON);
        makeRoom(NOON);

        assertThat(filter.admit(77, 77, 0, NOON.toEpochMilli(), NOON.toEpochMilli())).isEqualTo(FIRST_UNREMEMBERED);
        assertThat(filter.admit(77, 77, 0, NOON.toEpochMilli(), NOON.toEpochMilli())).as("its copy")
                .isEqualTo(FIRST_UNREMEMBERED);
        assertThat(filter.admit(1, 1, 0, NOON.toEpochMilli(), NOON.toEpochMilli())).as("a copy of one that is held")
                .isEqualTo(DUPLICATE);
        assertThat(filter.size()).isEqualTo(12);
        assertThat(admitOne(other, NOON, NOON)).as("in another partition").isEqualTo(FIRST_UNREMEMBERED);
    }

    @Test
    void remembersAgainWhenASliceHasGrownQuiet() {
        admit(filter, 12, EARLIER, NOON);
        makeRoom(NOON);
        assertThat(admitOne(filter, NOON, NOON)).isEqualTo(FIRST_UNREMEMBERED);
        filter.committed(1);

        makeRoom(NOON.plusSeconds(61));

        assertThat(filter.size()).isZero();
        assertThat(admitOne(filter, NOON, NOON.plusSeconds(61))).isEqualTo(FIRST);
    }

    @Test
    void keepsASliceOpenWhoseCallsArriveWithoutBeingRemembered() {
        admit(filter, 12, NOON, NOON);
        for (int second = 0; second <= 300; second++) { // a rate that fills the room and goes on
            Instant now = NOON.plusSeconds(second);
            makeRoom(now);
            assertThat(admitOne(filter, NOON, now)).as("after %d s", second).isEqualTo(FIRST_UNREMEMBERED);
            filter.committed(second);
        }

        assertThat(filter.closedSlices()).isEmpty();
    }

    @Test
    void closesInTheEndASliceOfWhichNothingCouldBeRemembered() {
        admit(filter, 12, NOON, NOON);
        makeRoom(NOON);
        assertThat(admitOne(filter, EARLIER, NOON)).isEqualTo(FIRST_UNREMEMBERED);
        filter.committed(1);

        filter.closeQuiet(NOON.plus(Duration.ofHours(3)).toEpochMilli());
        makeRoom(NOON.plus(Duration.ofHours(3)));

        assertThat(admitOne(filter, EARLIER, NOON.plus(Duration.ofHours(3)))).isEqualTo(TOO_OLD);
    }

    @Test
    void keepsASliceThatTheOpenTransactionTouches() {
        admit(filter, 6, EARLIER, NOON.minusSeconds(300));
        admitOne(filter, EARLIER, NOON.minusSeconds(200));
        admit(other, 6, EARLIER, NOON.minusSeconds(100));

        makeRoom(NOON);

        assertThat(filter.closedSlices()).isEmpty();
        assertThat(other.size()).isZero();
    }

    /** An import of 400 days opens 57,600 slices in each partition, nearly all of them small. */
    @Test
    void makesRoomAmongManySlicesWithinASecond() {
        int slices = 50_000;
        for (int slice = 0; slice < slices; slice++) {
            admitOne(filter, NOON.minusSeconds(600L * slice), NOON.minusSeconds(600).plusMillis(slice));
        }
        filter.committed(0);

        long start = System.nanoTime();
        makeRoom(NOON);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(filter.size()).isEqualTo(MAX_IDS);
        assertThat(admitOne(filter, NOON, NOON)).as("the first that came").isEqualTo(TOO_OLD);
        assertThat(admitOne(filter, NOON.minusSeconds(600L * (slices - 1)), NOON)).as("the last").isEqualTo(FIRST);
    }

    private static DuplicateFilter filter() {
        return new DuplicateFilter(Duration.ofHours(2), new SliceRanges());
    }

    private void admit(DuplicateFilter into, int ids, Instant occurredAt, Instant arrivedAt) {
        for (int i = 0; i < ids; i++) {
            assertThat(admitOne(into, occurredAt, arrivedAt)).isEqualTo(FIRST);
        }
        into.committed(0);
    }

    private Admission admitOne(DuplicateFilter into, Instant occurredAt, Instant arrivedAt) {
        long id = nextId++;
        return into.admit(id, id, 0, occurredAt.toEpochMilli(), arrivedAt.toEpochMilli());
    }

    private void makeRoom(Instant now) {
        IdRoom.make(new ArrayList<>(List.of(filter, other)), MAX_IDS, now.toEpochMilli());
    }
}
