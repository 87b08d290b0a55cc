package dev.tallystone.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.board.Trust;
import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.metering.Source;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptBookTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(5);

    private final ReceiptBook book = new ReceiptBook(2);

    @Test
    void vouchesForNothingWhileAPartitionIsSilent() {
        book.accept(0, 0, Receipts.of(0, 10).vouchedAt(NOON).whole());

        assertThat(book.asOf()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void vouchesForNothingWhileAPartitionHasOnlyItsFirstReceipt() {
        book.accept(0, 0, Receipts.of(0, 10).vouchedAt(NOON).whole());
        book.accept(1, 0, Receipts.of(0, 0).whole());

        assertThat(book.asOf()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void vouchesUpToTheSlowestPartition() {
        book.accept(0, 0, Receipts.of(0, 10).vouchedAt(LATER).whole());
        book.accept(1, 0, Receipts.of(0, 10).vouchedAt(NOON).whole());

        assertThat(book.asOf()).isEqualTo(NOON);
    }

    @Test
    void doesNotGoBackWhenAMeterVouchesForLessThanTheOneBefore() {
        book.accept(0, 0, Receipts.of(0, 10).vouchedAt(LATER).whole());
        book.accept(1, 0, Receipts.of(0, 10).vouchedAt(LATER).whole());

        book.accept(1, 1, Receipts.of(10, 20).vouchedAt(NOON).whole());

        assertThat(book.asOf()).isEqualTo(LATER);
    }

    @Test
    void refusesWhatStandsThereAlreadyAndCountsTheRefusal() {
        book.accept(0, 0, Receipts.of(0, 10).whole());

        boolean accepted = book.accept(0, 1, Receipts.of(5, 15).duplicates(3).vouchedAt(NOON).whole());

        assertThat(accepted).isFalse();
        assertThat(book.trust().overlaps()).isEqualTo(1);
        assertThat(book.trust().records()).as("as if it had not come").isEqualTo(10);
        assertThat(book.trust().duplicates()).isZero();
        assertThat(book.trust().countedSince()).isEqualTo(Instant.EPOCH);
        assertThat(book.trust().isGapFree()).isFalse();
    }

    @Test
    void countsAGapAndAcceptsWhatComesBehindIt() {
        book.accept(0, 0, Receipts.of(0, 10).whole());

        assertThat(book.accept(0, 1, Receipts.of(12, 20).whole())).isTrue();
        assertThat(book.trust().gaps()).isEqualTo(1);
        assertThat(book.trust().overlaps()).isZero();
        assertThat(book.trust().records()).isEqualTo(18);
        assertThat(book.trust().isGapFree()).isFalse();
    }

    @Test
    void followsEachPartitionByItself() {
        book.accept(0, 0, Receipts.of(0, 10).whole());
        book.accept(1, 0, Receipts.of(100, 110).whole());
        book.accept(0, 1, Receipts.of(10, 20).whole());
        book.accept(1, 1, Receipts.of(110, 120).whole());

        assertThat(book.trust().isGapFree()).isTrue();
        assertThat(book.trust().records()).isEqualTo(40);
    }

    @Test
    void addsTheSumsOfACommitOfSeveralRecordsOnce() {
        Receipts commit = Receipts.of(0, 10).duplicates(2).deadLetters(Map.of(RejectionReason.BAD_JSON, 1L));

        book.accept(0, 0, commit.part(1, 3));
        book.accept(0, 1, commit.part(2, 3));
        assertThat(book.trust().records()).as("before its last record").isZero();
        book.accept(0, 2, commit.part(3, 3));

        Trust trust = book.trust();
        assertThat(trust.records()).isEqualTo(10);
        assertThat(trust.tallied()).isEqualTo(7);
        assertThat(trust.duplicates()).isEqualTo(2);
        assertThat(trust.rejected()).isEqualTo(1);
        assertThat(trust.isGapFree()).isTrue();
    }

    @Test
    void addsUpWhatReceiptsOfAllPartitionsSay() {
        book.accept(0, 0, Receipts.of(0, 10)
                .misplaced(3)
                .unremembered(1)
                .deadLetters(Map.of(RejectionReason.TOO_OLD, 2L, RejectionReason.EMPTY, 1L))
                .whole());
        book.accept(1, 0, Receipts.of(0, 10)
                .misplaced(4)
                .unremembered(2)
                .deadLetters(Map.of(RejectionReason.TOO_OLD, 5L))
                .whole());

        Trust trust = book.trust();
        assertThat(trust.misplaced()).isEqualTo(7);
        assertThat(trust.unremembered()).isEqualTo(3);
        assertThat(trust.rejected()).isEqualTo(8);
        assertThat(trust.deadLetters()).isEqualTo(Map.of(RejectionReason.TOO_OLD, 7L, RejectionReason.EMPTY, 1L));
    }

    @Test
    void knowsHowFarEachPartitionOfTheTalliesWasReadRefusedRecordsToo() {
        book.accept(0, 41, Receipts.of(0, 10).whole());
        book.accept(1, 7, Receipts.of(0, 10).whole());
        book.accept(1, 8, Receipts.of(0, 10).whole());

        assertThat(book.trust().offsets()).isEqualTo(Map.of(0, 42L, 1, 9L));
    }

    @Test
    void countsSinceTheFirstReceiptOfThePartitionThatBeganLast() {
        book.accept(0, 0, Receipts.of(0, 10).vouchedAt(NOON).whole());
        book.accept(0, 1, Receipts.of(10, 20).vouchedAt(NOON.plusSeconds(60)).whole());
        book.accept(1, 0, Receipts.of(0, 0).whole());
        book.accept(1, 1, Receipts.of(0, 10).vouchedAt(LATER).whole());
        book.accept(1, 2, Receipts.of(10, 20).vouchedAt(NOON.plusSeconds(60)).whole());

        assertThat(book.trust().countedSince()).isEqualTo(LATER);
    }

    @Test
    void keepsTheNewestEventOfEachSource() {
        book.accept(0, 0, Receipts.of(0, 10).newest(Source.KAFKA, LATER).whole());
        book.accept(1, 0, Receipts.of(0, 10).newest(Source.KAFKA, NOON).whole());
        book.accept(0, 1, Receipts.of(10, 20).newest(Source.S3, NOON).whole());

        assertThat(book.trust().newestEvents()).isEqualTo(Map.of(Source.KAFKA, LATER, Source.S3, NOON));
    }
}
