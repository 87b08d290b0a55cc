package dev.tallystone.ledger;

import dev.tallystone.metering.SliceIds;
import java.util.ArrayList;
import java.util.List;

/**
 * One record of the ids topic: what one commit counted, by slices of event time, 20 bytes an id. Random ids do not
 * compress, so they are packed, not encoded.
 */
public record IdsRecord(List<SliceIds> slices) {

    private static final int VERSION = 1;
    /** Records stay well below the topic's limit of 4 MiB. */
    private static final int MAX_IDS = 100_000;
    private static final int BYTES_PER_ID = 20;
    private static final int MAX_HEAD_BYTES = 40;

    public IdsRecord {
        slices = List.copyOf(slices);
    }

    /** The bytes of the record, or of several if the ids are too many for one. */
    public static List<byte[]> encode(List<SliceIds> slices) {
        var records = new ArrayList<byte[]>();
        var batch = new ArrayList<SliceIds>();
        int ids = 0;
        for (SliceIds slice : split(slices)) {
            if (!batch.isEmpty() && ids + slice.size() > MAX_IDS) {
                records.add(encodeOne(batch));
                batch.clear();
                ids = 0;
            }
            batch.add(slice);
            ids += slice.size();
        }
        if (!batch.isEmpty()) {
            records.add(encodeOne(batch));
        }
        return records;
    }

    /** The same ids, in no slice more than fit into a record. */
    private static List<SliceIds> split(List<SliceIds> slices) {
        var parts = new ArrayList<SliceIds>();
        for (SliceIds slice : slices) {
            int from = 0;
            for (; slice.size() - from > MAX_IDS; from += MAX_IDS) {
                parts.add(slice.part(from, from + MAX_IDS));
            }
            parts.add(from == 0 ? slice : slice.part(from, slice.size()));
        }
        return parts;
    }

    private static byte[] encodeOne(List<SliceIds> slices) {
        int ids = slices.stream().mapToInt(SliceIds::size).sum();
        var out = new RecordWriter(BYTES_PER_ID * ids + MAX_HEAD_BYTES * (slices.size() + 1));
        out.number(VERSION);
        out.number(slices.size());
        for (SliceIds slice : slices) {
            out.number(slice.slice());
            out.number(slice.lastArrivalMs());
            out.number(slice.size());
            for (int i = 0; i < slice.size(); i++) {
                out.word(slice.high(i));
                out.word(slice.low(i));
            }
            for (int i = 0; i < slice.size(); i += 2) {
                int second = i + 1 < slice.size() ? slice.countsHash(i + 1) : 0;
                out.word(((long) slice.countsHash(i) << 32) | (second & 0xFFFFFFFFL));
            }
        }
        return out.toBytes();
    }

    /**
     * Reads a record.
     *
     * @throws LedgerException
     *             when the bytes are no record of a version that is known
     */
    public static IdsRecord decode(byte[] bytes) {
        var in = new RecordReader(bytes);
        long version = in.number();
        if (version != VERSION) {
            throw new LedgerException("an ids record of version %d; this release reads %d".formatted(version, VERSION));
        }
        var slices = new ArrayList<SliceIds>();
        for (int count = in.count(3); slices.size() < count;) {
            slices.add(readSlice(in));
        }
        in.end();
        return new IdsRecord(slices);
    }

    private static SliceIds readSlice(RecordReader in) {
        long slice = in.number();
        long lastArrivalMs = in.number();
        int size = in.count(BYTES_PER_ID);
        long[] ids = new long[2 * size];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = in.word();
        }
        int[] hashes = new int[size];
        for (int i = 0; i < size; i += 2) {
            long pair = in.word();
            hashes[i] = (int) (pair >>> 32);
            if (i + 1 < size) {
                hashes[i + 1] = (int) pair;
            }
        }
        return new SliceIds(slice, lastArrivalMs, ids, hashes);
    }
}
