package dev.tallystone.meter;

import dev.tallystone.ledger.Receipt;
import dev.tallystone.ledger.TallyRecord;
import org.apache.kafka.common.TopicPartition;

/** What the end of one partition of {@code tallies} says. */
sealed interface LastReceipt {

    /** The newest receipt that is committed. */
    record Found(Receipt receipt) implements LastReceipt {}

    /** All was read from {@code beginning}, the first offset kept, and nothing committed stands there. */
    record None(long beginning) implements LastReceipt {}

    /** An open transaction hides what it holds. */
    record Unknown() implements LastReceipt {}

    int FIRST_LOOK_BACK = 16;

    /**
     * Reads up to {@code end}. Looks back further and further, since markers and aborted records take offsets too.
     */
    static LastReceipt find(PartitionTail tail, TopicPartition tallies, long end) {
        long beginning = tail.beginning(tallies);
        for (long lookBack = FIRST_LOOK_BACK;; lookBack *= 8) {
            long from = Math.max(beginning, end - lookBack);
            Receipt[] last = new Receipt[1];
            boolean complete = tail.read(tallies, from, end,
                    record -> last[0] = TallyRecord.decode(record.value()).receipt());
            if (!complete) {
                return new Unknown();
            }
            if (last[0] != null) {
                return new Found(last[0]);
            }
            if (from == beginning) {
                return new None(beginning);
            }
        }
    }
}
