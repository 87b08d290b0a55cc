package dev.tallystone.ledger;

import static dev.tallystone.ledger.ReceiptChain.Link.FOLLOWS;
import static dev.tallystone.ledger.ReceiptChain.Link.GAP;
import static dev.tallystone.ledger.ReceiptChain.Link.OVERLAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.ledger.ReceiptChain.Link;
import org.junit.jupiter.api.Test;

class ReceiptChainTest {

    private final ReceiptChain chain = new ReceiptChain();

    @Test
    void beginsWithWhateverReceiptIsKept() {
        assertThat(chain.last()).isNull();
        assertThat(accept(500, 600)).isEqualTo(FOLLOWS);
        assertThat(chain.last()).isEqualTo(Receipts.of(500, 600));
    }

    @Test
    void acceptsAReceiptThatBeginsWhereTheLastOneEnded() {
        accept(0, 100);

        assertThat(accept(100, 150)).isEqualTo(FOLLOWS);
        assertThat(accept(150, 151)).isEqualTo(FOLLOWS);
        assertThat(chain.gaps()).isZero();
        assertThat(chain.overlaps()).isZero();
    }

    @Test
    void acceptsTheReceiptsOfAnIdleMeter() {
        accept(0, 100);

        assertThat(accept(100, 100)).isEqualTo(FOLLOWS);
        assertThat(accept(100, 100)).isEqualTo(FOLLOWS);
        assertThat(accept(100, 101)).isEqualTo(FOLLOWS);
    }

    @Test
    void raisesAGapAndGoesOnBehindIt() {
        accept(0, 100);

        assertThat(accept(120, 150)).isEqualTo(GAP);
        assertThat(accept(150, 160)).isEqualTo(FOLLOWS);
        assertThat(chain.gaps()).isEqualTo(1);
    }

    @Test
    void refusesWhatStandsThereAlready() {
        accept(0, 100);

        assertThat(accept(0, 100)).isEqualTo(OVERLAP);
        assertThat(accept(50, 150)).isEqualTo(OVERLAP);
        assertThat(chain.overlaps()).isEqualTo(2);
        assertThat(chain.last()).as("as if they had not come").isEqualTo(Receipts.of(0, 100));
        assertThat(accept(100, 110)).isEqualTo(FOLLOWS);
    }

    @Test
    void acceptsAllPartsOfACommit() {
        accept(0, 100);

        assertThat(accept(100, 200, 1, 3)).isEqualTo(FOLLOWS);
        assertThat(accept(100, 200, 2, 3)).isEqualTo(FOLLOWS);
        assertThat(accept(100, 200, 3, 3)).isEqualTo(FOLLOWS);
        assertThat(accept(200, 300)).isEqualTo(FOLLOWS);
    }

    @Test
    void raisesAGapWhenTheLastPartIsMissing() {
        accept(0, 100, 1, 2);

        assertThat(accept(100, 200)).isEqualTo(GAP);
        assertThat(accept(200, 300)).isEqualTo(FOLLOWS);
        assertThat(chain.gaps()).isEqualTo(1);
    }

    @Test
    void raisesAGapWhenTheFirstPartIsMissing() {
        accept(0, 100);

        assertThat(accept(100, 200, 2, 3)).isEqualTo(GAP);
        assertThat(accept(100, 200, 3, 3)).isEqualTo(FOLLOWS);
        assertThat(chain.gaps()).isEqualTo(1);
    }

    @Test
    void raisesAGapWhenAPartInTheMiddleIsMissing() {
        accept(0, 100, 1, 3);

        assertThat(accept(0, 100, 3, 3)).isEqualTo(GAP);
        assertThat(accept(100, 200)).isEqualTo(FOLLOWS);
    }

    @Test
    void refusesAPartThatStandsThereAlready() {
        accept(0, 100, 1, 2);

        assertThat(accept(0, 100, 1, 2)).isEqualTo(OVERLAP);
        assertThat(accept(0, 100, 2, 2)).isEqualTo(FOLLOWS);
        assertThat(accept(0, 100, 2, 2)).isEqualTo(OVERLAP);
        assertThat(accept(100, 200)).isEqualTo(FOLLOWS);
    }

    @Test
    void refusesAnEarlierCommitBetweenParts() {
        accept(0, 100);
        accept(100, 200, 1, 2);

        assertThat(accept(0, 100)).isEqualTo(OVERLAP);
        assertThat(accept(100, 200)).as("the same events in one record").isEqualTo(OVERLAP);
        assertThat(accept(100, 200, 2, 2)).isEqualTo(FOLLOWS);
        assertThat(chain.gaps()).isZero();
    }

    private Link accept(long from, long to) {
        return accept(from, to, 1, 1);
    }

    private Link accept(long from, long to, int part, int parts) {
        return chain.accept(Receipts.of(from, to, part, parts));
    }
}
