package dev.tallystone.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallystone.invocation.RejectionReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    @Test
    void balancesRecordsWithWhatBecameOfThem() {
        assertThat(counts(100, 90, 6, 4).rejected()).isEqualTo(4);
        assertThat(counts(0, 0, 0, 0).records()).isZero();
    }

    @Test
    void refusesWhatDoesNotBalance() {
        assertThatThrownBy(() -> counts(100, 90, 6, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 records")
                .hasMessageContaining("90 tallied")
                .hasMessageContaining("6 duplicates")
                .hasMessageContaining("BAD_JSON=3");
    }

    @Test
    void refusesCountsBelowZeroThatWouldBalance() {
        assertThatThrownBy(() -> counts(1, -1, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts(1, 2, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts(1, 2, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreMisplacedOrUnrememberedThanTallied() {
        assertThat(flags(5, 5, 5).misplaced()).isEqualTo(5);
        assertThatThrownBy(() -> flags(5, 6, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 of");
        assertThatThrownBy(() -> flags(5, 0, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> flags(5, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allowsOffsetsThatMarkersTook() {
        assertThat(new Receipt("w", 12, 10, 15, 3, 3, 0, 0, 0, Map.of(), 0, 0, Map.of(), List.of(), 0, List.of(), "v",
                "d", 1, 1).records()).isEqualTo(3);
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatThrownBy(() -> new Receipt("w", 12, 10, 9, 0, 0, 0, 0, 0, Map.of(), 0, 0, Map.of(), List.of(), 0,
                List.of(), "v", "d", 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[10, 9)");
    }

    @Test
    void refusesPartsThatAreNone() {
        assertThatThrownBy(() -> Receipts.of(0, 1, 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Receipts.of(0, 1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isCopiedForEachPartOfItsCommit() {
        Receipt first = Receipts.ofEverything().asPart(1, 2);
        Receipt last = first.asPart(2, 2);

        assertThat(first.isLastPart()).isFalse();
        assertThat(last.isLastPart()).isTrue();
        assertThat(last.asPart(1, 1)).isEqualTo(Receipts.ofEverything());
    }

    @Test
    void vouchesForTheLaterOfNewestRecordAndEndOfPartition() {
        assertThat(Receipts.ofEverything().vouchedMs()).isEqualTo(1_790_856_000_456L);
        assertThat(times(2_000, 0).vouchedMs()).isEqualTo(2_000);
        assertThat(times(0, 0).vouchedMs()).isZero();
    }

    @Test
    void keepsItsOwnCopyOfWhatItWasGiven() {
        var rejected = new EnumMap<RejectionReason, Long>(Map.of(RejectionReason.EMPTY, 1L));
        Receipt receipt = new Receipt("w", 12, 0, 1, 1, 0, 0, 0, 0, rejected, 0, 0, Map.of(), List.of(), 0, List.of(),
                "v", "d", 1, 1);

        rejected.clear();

        assertThat(receipt.deadLetters()).isEqualTo(Map.of(RejectionReason.EMPTY, 1L));
    }

    private static Receipt counts(long records, long tallied, long duplicates, long rejected) {
        return new Receipt("w", 12, 0, 100, records, tallied, duplicates, 0, 0,
                rejected == 0 ? Map.of() : Map.of(RejectionReason.BAD_JSON, rejected), 0, 0, Map.of(), List.of(), 0,
                List.of(), "v", "d", 1, 1);
    }

    private static Receipt flags(long tallied, long misplaced, long unremembered) {
        return new Receipt("w", 12, 0, 100, tallied, tallied, 0, misplaced, unremembered, Map.of(), 0, 0, Map.of(),
                List.of(), 0, List.of(), "v", "d", 1, 1);
    }

    private static Receipt times(long newestAppendMs, long caughtUpMs) {
        return new Receipt("w", 12, 0, 0, 0, 0, 0, 0, 0, Map.of(), newestAppendMs, caughtUpMs, Map.of(), List.of(), 0,
                List.of(), "v", "d", 1, 1);
    }
}
