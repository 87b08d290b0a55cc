package dev.tallystone.meter;

import dev.tallystone.ledger.Receipt;
import java.util.Collection;

/**
 * What a meter has done since it started. Outlives the memory that a reopening drops. Belongs to the meter's thread.
 */
final class MeterTotals {

    private long records;
    private long commits;
    private long reopenings;
    private long misplaced;
    private long foldedTexts;

    void read(long more) {
        records += more;
    }

    /** Only what a transaction holds is added: what was read twice after a doubt must not look folded twice. */
    void committed(Collection<Receipt> receipts, long folded) {
        commits++;
        misplaced += receipts.stream().mapToLong(Receipt::misplaced).sum();
        foldedTexts += folded;
    }

    void reopened() {
        reopenings++;
    }

    MeterStatus status(Assignment assignment) {
        long ids = assignment.open().stream().mapToLong(state -> state.filter().size()).sum();
        return new MeterStatus(assignment.assigned(), assignment.open().size(), records, commits, reopenings, misplaced,
                foldedTexts, ids);
    }
}
