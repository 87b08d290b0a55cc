package dev.tallystone.ledger;

import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.metering.SliceRanges.Range;
import dev.tallystone.metering.Source;
import java.util.List;
import java.util.Map;

/** Receipts as a meter writes them, for tests that care for little of them. */
final class Receipts {

    private Receipts() {}

    /** Of a commit whose records were all tallied, one for each offset. */
    static Receipt of(long from, long to) {
        return of(from, to, 1, 1);
    }

    static Receipt of(long from, long to, int part, int parts) {
        return new Receipt("tallystone-a", 12, from, to, to - from, to - from, 0, 0, 0, Map.of(), 0, 0, Map.of(),
                List.of(), 0, List.of(), "0.1.0", "digest", part, parts);
    }

    /** One that says everything that can be said. */
    static Receipt ofEverything() {
        return new Receipt("tallystone-a", 12, 1_000_000, 1_000_105, 100, 90, 6, 2, 1,
                Map.of(RejectionReason.BAD_JSON, 3L, RejectionReason.TOO_OLD, 1L), 1_790_856_000_123L,
                1_790_856_000_456L, Map.of(Source.KAFKA, 1_790_855_999_000L, Source.S3, 1_790_850_000_000L),
                List.of(new Range(2_984_700, 2_984_750), new Range(2_984_752, 2_984_752)), 777,
                List.of(32_000L, 100_000L), "0.1.0", "3f2a", 1, 1);
    }
}
