package dev.tallystone.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.TallyRow;
import dev.tallystone.monitor.LiveUsage.Series;
import dev.tallystone.pricing.Mode;
import dev.tallystone.pricing.ModelNames;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.book.PriceBookReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveUsageTest {

    private static final int MAX_SERIES = 2_000;
    private static final String MICRO = "amazon.nova-micro-v1:0";
    private static final Series MICRO_ON_DEMAND = new Series(MICRO, "us-east-1", Mode.ON_DEMAND);
    private static final Series OTHER = new Series("other", "other", Mode.ON_DEMAND);
    private static final Receipt EMPTY = Receipts.of(0, 0).whole();

    private final Pricer pricer = new Pricer(PriceBookReader.shipped(), new ModelNames(List.of()));
    private final LiveUsage live = new LiveUsage();

    @Test
    void beginsWithNothing() {
        assertThat(live.snapshot()).isEqualTo(LiveUsage.Snapshot.NONE);
    }

    @Test
    void countsWhatIsAddedByModelRegionAndMode() {
        live.add(List.of(ok(MICRO, 100)), EMPTY, pricer);
        live.add(List.of(ok(MICRO, 20)), EMPTY, pricer);

        assertThat(live.snapshot().bySeries()).containsOnlyKeys(MICRO_ON_DEMAND);
        assertThat(counted(MICRO_ON_DEMAND).quantities().get(Measure.INPUT)).isEqualTo(120);
    }

    @Test
    void countsAModelUnderOneNameHoweverItWasCalled() {
        live.add(List.of(ok(MICRO, 100), ok("us." + MICRO, 20)), EMPTY, pricer);

        assertThat(live.snapshot().bySeries()).containsOnlyKeys(MICRO_ON_DEMAND);
    }

    @Test
    void countsRequestsByHowTheyEnded() {
        live.add(List.of(ok(MICRO, 1), ok(MICRO, 1), Views.row(MICRO, Outcome.THROTTLED, Quantities.NONE)), EMPTY,
                pricer);

        assertThat(counted(MICRO_ON_DEMAND).outcomes())
                .isEqualTo(Map.of(Outcome.OK, 2L, Outcome.THROTTLED, 1L));
    }

    @Test
    void givesASeriesToAsManyAsThereIsRoomForAndCountsTheRestAsOther() {
        live.add(IntStream.range(0, MAX_SERIES + 3).mapToObj(i -> ok("nobody.knows-" + i, 10)).toList(), EMPTY, pricer);

        assertThat(live.snapshot().bySeries()).hasSize(MAX_SERIES + 1)
                .containsKey(new Series("nobody.knows-" + (MAX_SERIES - 1), "us-east-1", Mode.ON_DEMAND))
                .doesNotContainKey(new Series("nobody.knows-" + MAX_SERIES, "us-east-1", Mode.ON_DEMAND));
        assertThat(counted(OTHER).quantities().get(Measure.INPUT)).isEqualTo(30);
        assertThat(counted(OTHER).outcomes()).isEqualTo(Map.of(Outcome.OK, 3L));
    }

    @Test
    void goesOnCountingASeriesThatHasRoomWhenOthersHaveNone() {
        live.add(IntStream.range(0, MAX_SERIES + 1).mapToObj(i -> ok("nobody.knows-" + i, 10)).toList(), EMPTY, pricer);

        live.add(List.of(ok("nobody.knows-0", 5)), EMPTY, pricer);

        assertThat(counted(new Series("nobody.knows-0", "us-east-1", Mode.ON_DEMAND))
                .quantities()
                .get(Measure.INPUT)).isEqualTo(15);
    }

    @Test
    void addsUpReceiptsAndTheirDeadLettersByReason() {
        live.add(List.of(), Receipts.of(0, 10)
                .duplicates(2)
                .misplaced(3)
                .unremembered(1)
                .deadLetters(Map.of(RejectionReason.BAD_JSON, 1L, RejectionReason.TOO_OLD, 2L))
                .whole(), pricer);
        live.add(List.of(), Receipts.of(10, 20).deadLetters(Map.of(RejectionReason.TOO_OLD, 4L)).whole(), pricer);

        assertThat(live.snapshot()).isEqualTo(new LiveUsage.Snapshot(Map.of(), 11, 2, 3, 1,
                Map.of(RejectionReason.BAD_JSON, 1L, RejectionReason.TOO_OLD, 6L)));
    }

    @Test
    void addsTheReceiptOfACommitOfSeveralRecordsOnceAndTheRowsOfEach() {
        Receipts commit = Receipts.of(0, 10).duplicates(4);

        live.add(List.of(ok(MICRO, 1)), commit.part(1, 2), pricer);
        live.add(List.of(ok(MICRO, 2)), commit.part(2, 2), pricer);

        assertThat(live.snapshot().tallied()).isEqualTo(6);
        assertThat(live.snapshot().duplicates()).isEqualTo(4);
        assertThat(counted(MICRO_ON_DEMAND).quantities().get(Measure.INPUT)).isEqualTo(3);
    }

    @Test
    void doesNotChangeASnapshotThatWasHandedOut() {
        LiveUsage.Snapshot before = live.snapshot();

        live.add(List.of(ok(MICRO, 1)), Receipts.of(0, 1).whole(), pricer);

        assertThat(before).isEqualTo(LiveUsage.Snapshot.NONE);
    }

    private static TallyRow ok(String model, long tokensIn) {
        return Views.row(model, Outcome.OK, Quantities.of(Measure.INPUT, tokensIn));
    }

    private LiveUsage.Counted counted(Series series) {
        return live.snapshot().bySeries().getOrDefault(series, LiveUsage.Counted.NONE);
    }
}
