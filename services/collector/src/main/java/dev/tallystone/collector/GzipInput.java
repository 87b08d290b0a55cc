package dev.tallystone.collector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The text of all members of a gzip file, one after the other. Java's own stream takes whatever is no second header for
 * the end of the file, so that a cut or damaged one would pass unnoticed; and it inflates without limit.
 *
 * <pre>
 *           ┌───────────────────────────────┐
 *           ↓                               │ more bytes
 * open → header → inflate → CRC and length ─┤
 *                                           └ end of file, or only zeros → end
 * </pre>
 */
final class GzipInput extends InputStream {

    private static final int MAX_RATIO = 200;
    /** What inflates to no more than this harms nobody, however repetitive it is. */
    private static final long HARMLESS_BYTES = 1 << 20;

    private final GzipBytes compressed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private long inflatedBytes;
    private boolean ended;

    /** Reads on from the first byte of a header. */
    GzipInput(InputStream source) throws IOException {
        compressed = new GzipBytes(source);
        compressed.skipHeader();
    }

    /** Whether a file of any name that begins like this is compressed. */
    static boolean isMagic(byte[] begin) {
        return Arrays.equals(begin, GzipBytes.MAGIC);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (!ended && length > 0) {
            int inflated = inflate(target, from, length);
            if (inflated > 0) {
                crc.update(target, from, inflated);
                checkRatio(inflated);
                return inflated;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new DamagedFileException(FileProblem.Reason.BAD_GZIP, "needs a dictionary");
            } else {
                compressed.feed(inflater);
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] target, int from, int length) throws DamagedFileException {
        try {
            return inflater.inflate(target, from, length);
        } catch (DataFormatException e) {
            throw new DamagedFileException(FileProblem.Reason.BAD_GZIP, String.valueOf(e.getMessage()));
        }
    }

    private void checkRatio(int inflated) throws DamagedFileException {
        inflatedBytes += inflated;
        if (inflatedBytes > HARMLESS_BYTES && inflatedBytes / MAX_RATIO > compressed.count()) {
            throw new DamagedFileException(FileProblem.Reason.RATIO, "inflates more than %d:1".formatted(MAX_RATIO));
        }
    }

    private void endMember() throws IOException {
        compressed.takeBack(inflater);
        compressed.checkTrailer((int) crc.getValue(), (int) inflater.getBytesWritten());
        ended = !compressed.skipPadding();
        if (!ended) {
            compressed.skipHeader();
            inflater.reset();
            crc.reset();
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        compressed.close();
    }
}
