package dev.tallystone.ledger;

import dev.tallystone.metering.TallyRow;
import java.util.ArrayList;
import java.util.List;

/** One record of the tallies topic: rows, and the receipt that answers for them. */
public record TallyRecord(Receipt receipt, List<TallyRow> rows) {

    /** A commit with more rows than this becomes several records of one transaction. */
    static final int MAX_ROWS = 10_000;
    /** And so does one whose records would be larger than this. */
    static final int MAX_BYTES = 512 << 10;

    public TallyRecord {
        rows = List.copyOf(rows);
    }

    /** The bytes of the record, or of several if the rows are too many for one. */
    public static List<byte[]> encode(Receipt receipt, List<TallyRow> rows) {
        for (int parts = 1 + rows.size() / MAX_ROWS;; parts *= 2) {
            List<byte[]> records = encode(receipt, rows, parts);
            if (records.stream().allMatch(record -> record.length <= MAX_BYTES) || parts > rows.size()) {
                return records;
            }
        }
    }

    private static List<byte[]> encode(Receipt receipt, List<TallyRow> rows, int parts) {
        var records = new ArrayList<byte[]>(parts);
        for (int part = 1; part <= parts; part++) {
            int from = (int) ((long) rows.size() * (part - 1) / parts);
            int to = (int) ((long) rows.size() * part / parts);
            records.add(TallyCodec.encode(new TallyRecord(receipt.asPart(part, parts), rows.subList(from, to))));
        }
        return records;
    }

    /**
     * Reads a record.
     *
     * @throws LedgerException
     *             when the bytes are no record of a version that is known
     */
    public static TallyRecord decode(byte[] bytes) {
        return TallyCodec.decode(bytes);
    }
}
