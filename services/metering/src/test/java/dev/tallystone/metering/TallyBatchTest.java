package dev.tallystone.metering;

import static dev.tallystone.metering.Call.NOON;
import static dev.tallystone.metering.Call.ofPlain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.tallystone.invocation.InvocationCursor;
import dev.tallystone.invocation.Measure;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyBatchTest {

    private final TallyBatch batch = new TallyBatch();

    @Test
    void sumsCallsThatAgreeInTheirCellAndTenSeconds() {
        count(ofPlain().tokens(100, 10).cacheRead(7).at(NOON));
        count(ofPlain().tokens(200, 20).at(NOON.plusMillis(9_999)));

        List<TallyRow> rows = batch.drain();

        assertThat(rows).hasSize(1);
        Quantities sums = rows.getFirst().quantities();
        assertThat(sums.get(Measure.REQUESTS)).isEqualTo(2);
        assertThat(sums.get(Measure.INPUT)).isEqualTo(300);
        assertThat(sums.get(Measure.CACHE_READ)).isEqualTo(7);
        assertThat(sums.get(Measure.OUTPUT)).isEqualTo(30);
    }

    @Test
    void beginsANewRowEveryTenSeconds() {
        count(ofPlain().at(NOON.minusMillis(1)));
        count(ofPlain().at(NOON));
        count(ofPlain().at(NOON.plusSeconds(10)));

        long noon = NOON.getEpochSecond() / 10;
        assertThat(batch.drain()).extracting(row -> row.key().bucket()).containsExactly(noon - 1, noon, noon + 1);
    }

    @Test
    void placesTimesBefore1970BeforeZero() {
        assertThat(TallyKey.bucketOf(-1)).isEqualTo(-1);
        assertThat(TallyKey.bucketOf(0)).isZero();
        assertThat(TallyKey.bucketOf(9_999)).isZero();
    }

    @Test
    void startsEmptyAfterEachDrain() {
        count(ofPlain().tokens(100, 10));
        batch.drain();

        assertThat(batch.size()).isZero();
        assertThat(batch.drain()).isEmpty();
        count(ofPlain().tokens(1, 2));
        assertThat(batch.drain().getFirst().quantities().tokens()).isEqualTo(3);
    }

    @Test
    void isFullAt20_000Rows() {
        for (int row = 0; row < 19_999; row++) {
            count(ofPlain().at(NOON.plusSeconds(10L * row)));
        }
        assertThat(batch.isFull()).isFalse();

        count(ofPlain().at(NOON.minusSeconds(10)));

        assertThat(batch.isFull()).isTrue();
        assertThat(batch.size()).isEqualTo(20_000);
    }

    @Test
    void keepsTheSumsOfCallsWhoseTextsAreFolded() {
        for (int i = 0; i < 2_100; i++) {
            count(ofPlain().model("m-" + i).tokens(5, 1));
        }

        List<TallyRow> rows = batch.drain();

        assertThat(rows).hasSize(2_001);
        assertThat(sum(rows, Measure.REQUESTS)).isEqualTo(2_100);
        assertThat(sum(rows, Measure.INPUT)).isEqualTo(10_500);
        assertThat(rows.stream().filter(row -> row.key().cell().model().equals("~other"))).singleElement()
                .extracting(row -> row.quantities().get(Measure.REQUESTS))
                .isEqualTo(100L);
        assertThat(batch.folded()).isEqualTo(100);
    }

    @Test
    void boundsTextsAnewAfterTheFirstCommitOfADay() {
        count(ofPlain());
        batch.drain();
        for (int i = 0; i < 2_001; i++) {
            count(ofPlain().model("m-" + i));
        }
        batch.drain();
        count(ofPlain().model("new").at(NOON.plus(Duration.ofHours(11))));
        assertThat(batch.drain().getFirst().key().cell().model()).as("on the same day").isEqualTo("~other");

        count(ofPlain().model("m-0").at(NOON.plus(Duration.ofDays(1))));
        batch.drain();
        count(ofPlain().model("new").at(NOON.plus(Duration.ofDays(1))));

        assertThat(batch.drain().getFirst().key().cell().model()).isEqualTo("new");
        assertThat(batch.folded()).as("to date").isEqualTo(2);
    }

    /** No call is large enough by itself, so the amount is written into the cursor. */
    @Test
    void haltsWhenASumOverflows() throws ReflectiveOperationException {
        InvocationCursor call = ofPlain().read();
        var measures = InvocationCursor.class.getDeclaredField("measures");
        measures.setAccessible(true);
        ((long[]) measures.get(call))[Measure.OUTPUT.ordinal()] = Long.MAX_VALUE;
        batch.accumulate(call, Source.KAFKA);

        assertThatThrownBy(() -> count(ofPlain().tokens(1, 1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void allocatesNothingForACallWhoseTextsAreKnown() {
        InvocationCursor call = ofPlain().metadata("team", "search").tier("flex").read();
        accumulate(call, 20_000);

        long allocated = allocatedBytes();
        accumulate(call, 20_000);
        allocated = allocatedBytes() - allocated;

        assertThat(allocated / 20_000.0).as("bytes a call").isLessThan(1);
    }

    private void accumulate(InvocationCursor call, int times) {
        for (int i = 0; i < times; i++) {
            batch.accumulate(call, Source.KAFKA);
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private void count(Call call) {
        batch.accumulate(call.read(), Source.KAFKA);
    }

    private static long sum(List<TallyRow> rows, Measure measure) {
        return rows.stream().mapToLong(row -> row.quantities().get(measure)).sum();
    }
}
