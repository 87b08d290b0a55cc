package dev.tallystone.monitor;

import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.ledger.Receipt;
import dev.tallystone.metering.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A receipt of one commit, changed where a test speaks of it. All its records were tallied unless it says otherwise.
 */
record Receipts(long from, long to, long duplicates, long misplaced, long unremembered,
        Map<RejectionReason, Long> deadLetters, long vouchedMs, Map<Source, Long> newestEventMs) {

    static Receipts of(long from, long to) {
        return new Receipts(from, to, 0, 0, 0, Map.of(), 0, Map.of());
    }

    Receipts duplicates(long count) {
        return new Receipts(from, to, count, misplaced, unremembered, deadLetters, vouchedMs, newestEventMs);
    }

    Receipts misplaced(long count) {
        return new Receipts(from, to, duplicates, count, unremembered, deadLetters, vouchedMs, newestEventMs);
    }

    Receipts unremembered(long count) {
        return new Receipts(from, to, duplicates, misplaced, count, deadLetters, vouchedMs, newestEventMs);
    }

    Receipts deadLetters(Map<RejectionReason, Long> byReason) {
        return new Receipts(from, to, duplicates, misplaced, unremembered, byReason, vouchedMs, newestEventMs);
    }

    Receipts vouchedAt(Instant time) {
        return new Receipts(from, to, duplicates, misplaced, unremembered, deadLetters, time.toEpochMilli(),
                newestEventMs);
    }

    Receipts newest(Source source, Instant event) {
        return new Receipts(from, to, duplicates, misplaced, unremembered, deadLetters, vouchedMs,
                Map.of(source, event.toEpochMilli()));
    }

    Receipt part(int part, int parts) {
        long rejected = deadLetters.values().stream().mapToLong(Long::longValue).sum();
        return new Receipt("tallystone-a", 2, from, to, to - from, to - from - duplicates - rejected, duplicates,
                misplaced, unremembered, deadLetters, vouchedMs, 0, newestEventMs, List.of(), 0, List.of(), "0.1.0",
                "digest", part, parts);
    }

    Receipt whole() {
        return part(1, 1);
    }
}
