package dev.tallystone.ledger;

import dev.tallystone.invocation.RejectionReason;
import dev.tallystone.metering.SliceRanges;
import dev.tallystone.metering.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes and reads a receipt as the head of a tally record. */
final class ReceiptCodec {

    private ReceiptCodec() {}

    static void write(Receipt receipt, RecordWriter out) {
        out.text(receipt.writer());
        out.number(receipt.partitions());
        out.number(receipt.from());
        out.number(receipt.to() - receipt.from());
        out.number(receipt.records());
        out.number(receipt.tallied());
        out.number(receipt.duplicates());
        out.number(receipt.misplaced());
        out.number(receipt.unremembered());
        writeByOrdinal(receipt.deadLetters(), out);
        out.number(receipt.newestAppendMs());
        out.number(receipt.caughtUpMs());
        writeByOrdinal(receipt.newestEventMs(), out);
        out.number(receipt.closedSlices().size());
        for (SliceRanges.Range range : receipt.closedSlices()) {
            out.number(range.first());
            out.number(range.last() - range.first());
        }
        out.number(receipt.idsFrom());
        out.number(receipt.thresholds().size());
        receipt.thresholds().forEach(out::number);
        out.text(receipt.version());
        out.text(receipt.configDigest());
        out.number(receipt.part());
        out.number(receipt.parts());
    }

    private static <E extends Enum<E>> void writeByOrdinal(Map<E, Long> values, RecordWriter out) {
        out.number(values.size());
        values.forEach((key, value) -> {
            out.number(key.ordinal());
            out.number(value);
        });
    }

    static Receipt read(RecordReader in) {
        try {
            return readUnchecked(in);
        } catch (IllegalArgumentException e) {
            throw new LedgerException("not a receipt: " + e.getMessage(), e);
        }
    }

    private static Receipt readUnchecked(RecordReader in) {
        String writer = in.text();
        int partitions = in.integer();
        long from = in.number();
        long to = from + in.number();
        return new Receipt(writer, partitions, from, to, in.number(), in.number(), in.number(), in.number(),
                in.number(),
                readByOrdinal(RejectionReason.class, RejectionReason.ALL, in), in.number(), in.number(),
                readByOrdinal(Source.class, Source.ALL, in), readRanges(in), in.number(), readThresholds(in), in.text(),
                in.text(), in.integer(), in.integer());
    }

    private static <E extends Enum<E>> Map<E, Long> readByOrdinal(Class<E> type, List<E> values, RecordReader in) {
        var read = new EnumMap<E, Long>(type);
        int count = in.count(2);
        for (int i = 0; i < count; i++) {
            read.put(in.oneOf(values), in.number());
        }
        return read;
    }

    private static List<SliceRanges.Range> readRanges(RecordReader in) {
        var ranges = new ArrayList<SliceRanges.Range>();
        for (int count = in.count(2); ranges.size() < count;) {
            long first = in.number();
            ranges.add(new SliceRanges.Range(first, first + in.number()));
        }
        return ranges;
    }

    private static List<Long> readThresholds(RecordReader in) {
        var thresholds = new ArrayList<Long>();
        for (int count = in.count(1); thresholds.size() < count;) {
            thresholds.add(in.number());
        }
        return thresholds;
    }
}
