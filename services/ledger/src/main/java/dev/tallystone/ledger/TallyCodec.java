package dev.tallystone.ledger;

import dev.tallystone.invocation.Caller;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Source;
import dev.tallystone.metering.TallyBatch;
import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.TallyRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The private form of a tally record: a version, the receipt, each cell once, then the rows by column. Versions are
 * kept readable for one release; a new measure or caveat needs no new version.
 *
 * <pre>
 * version | receipt | cells… | bucket… (each less the one before) | cell number… | measures present, as bits… | amounts…
 * </pre>
 */
final class TallyCodec {

    static final int VERSION = 1;

    private TallyCodec() {}

    static byte[] encode(TallyRecord record) {
        var out = new RecordWriter();
        out.number(VERSION);
        ReceiptCodec.write(record.receipt(), out);
        Map<Cell, Integer> cells = new LinkedHashMap<>();
        int[] cellOf = record.rows()
                .stream()
                .map(row -> row.key().cell())
                .mapToInt(cell -> cells.computeIfAbsent(cell, _ -> cells.size()))
                .toArray();
        out.number(cells.size());
        cells.keySet().forEach(cell -> writeCell(cell, out));
        out.number(record.rows().size());
        long previous = 0;
        for (TallyRow row : record.rows()) {
            out.number(row.key().bucket() - previous);
            previous = row.key().bucket();
        }
        Arrays.stream(cellOf).forEach(out::number);
        record.rows().forEach(row -> out.number(presence(row.quantities())));
        for (Measure measure : Measure.ALL) {
            record.rows()
                    .stream()
                    .mapToLong(row -> row.quantities().get(measure))
                    .filter(amount -> amount != 0)
                    .forEach(out::number);
        }
        return out.toBytes();
    }

    private static long presence(Quantities quantities) {
        long bits = 0;
        for (Measure measure : Measure.ALL) {
            bits |= quantities.get(measure) == 0 ? 0 : 1L << measure.ordinal();
        }
        return bits;
    }

    private static void writeCell(Cell cell, RecordWriter out) {
        out.text(cell.account());
        out.text(cell.region());
        out.text(cell.model());
        out.text(cell.caller().principal());
        out.number(cell.caller().metadata().size());
        cell.caller().metadata().forEach(out::text);
        out.text(cell.operation());
        out.number(cell.source().ordinal());
        out.text(cell.tier());
        out.text(cell.performance());
        out.number(cell.context());
        out.text(cell.variant());
        out.number(cell.outcome().ordinal());
        out.number(cell.caveats());
    }

    static TallyRecord decode(byte[] bytes) {
        var in = new RecordReader(bytes);
        long version = in.number();
        if (version != VERSION) {
            throw new LedgerException("a tally record of version %d; this release reads %d: update the monitors first"
                    .formatted(version, VERSION));
        }
        Receipt receipt = ReceiptCodec.read(in);
        var cells = new ArrayList<Cell>();
        for (int count = in.count(1); cells.size() < count;) {
            cells.add(readCell(in));
        }
        List<TallyRow> rows = readRows(in, cells);
        in.end();
        return new TallyRecord(receipt, rows);
    }

    private static Cell readCell(RecordReader in) {
        String account = in.text();
        String region = in.text();
        String model = in.text();
        String principal = in.text();
        var metadata = new ArrayList<String>();
        for (int count = in.count(1); metadata.size() < count;) {
            metadata.add(in.text());
        }
        return new Cell(account, region, model, new Caller(principal, metadata), in.text(),
                in.oneOf(Source.ALL),
                in.text(), in.text(), in.integer(), in.text(), in.oneOf(Outcome.ALL), in.integer());
    }

    private static List<TallyRow> readRows(RecordReader in, List<Cell> cells) {
        int count = in.index(TallyBatch.MAX_ROWS + 1);
        long[] buckets = new long[count];
        for (int i = 0; i < count; i++) {
            buckets[i] = in.number() + (i == 0 ? 0 : buckets[i - 1]);
        }
        int[] cellOf = new int[count];
        for (int i = 0; i < count; i++) {
            cellOf[i] = in.index(cells.size());
        }
        long[] sums = readSums(in, count);
        var rows = new ArrayList<TallyRow>(count);
        for (int i = 0; i < count; i++) {
            rows.add(new TallyRow(new TallyKey(buckets[i], cells.get(cellOf[i])),
                    Quantities.of(sums, i * Measure.ALL.size())));
        }
        return rows;
    }

    private static long[] readSums(RecordReader in, int count) {
        long[] presence = new long[count];
        for (int i = 0; i < count; i++) {
            presence[i] = in.number();
        }
        int measures = Measure.ALL.size();
        long[] sums = new long[count * measures];
        for (int measure = 0; measure < measures; measure++) {
            for (int i = 0; i < count; i++) {
                if ((presence[i] & (1L << measure)) != 0) {
                    sums[i * measures + measure] = in.number();
                }
            }
        }
        skipUnknown(in, presence, measures);
        return sums;
    }

    /** Measures that a newer release has added stand behind those that this one knows. */
    private static void skipUnknown(RecordReader in, long[] presence, int measures) {
        long unknown = Arrays.stream(presence).map(bits -> Long.bitCount(bits >>> measures)).sum();
        for (long i = 0; i < unknown; i++) {
            in.number();
        }
    }
}
