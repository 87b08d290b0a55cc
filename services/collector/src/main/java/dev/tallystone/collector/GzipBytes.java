package dev.tallystone.collector;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** The compressed side of a gzip file (RFC 1952): headers and trailers, and what lies between for the inflater. */
final class GzipBytes implements Closeable {

    static final byte[] MAGIC = {0x1f, (byte) 0x8b};

    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int TIME_AND_SYSTEM_BYTES = 6;

    private final InputStream source;
    private final byte[] buffer = new byte[1 << 13];
    private int at;
    private int end;
    private long filledBytes;

    GzipBytes(InputStream source) {
        this.source = source;
    }

    void skipHeader() throws IOException {
        if (next() != (MAGIC[0] & 0xFF) || next() != (MAGIC[1] & 0xFF) || next() != DEFLATE) {
            throw new DamagedFileException(FileProblem.Reason.BAD_GZIP, "what follows is no gzip member");
        }
        int flags = next();
        skip(TIME_AND_SYSTEM_BYTES);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        skip((flags & HEADER_CRC) == 0 ? 0 : 2);
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText(int flag) throws IOException {
        boolean within = flag != 0;
        while (within) {
            within = next() != 0;
        }
    }

    void checkTrailer(int crc, int length) throws IOException {
        if (nextInt() != crc || nextInt() != length) {
            throw new DamagedFileException(FileProblem.Reason.BAD_GZIP, "checksum or length differ");
        }
    }

    private int nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | next() << 24;
    }

    /** Over the zeros with which some tools fill up the last block; false at the end of the file. */
    boolean skipPadding() throws IOException {
        while (at < end || fill()) {
            if (buffer[at] != 0) {
                return true;
            }
            at++;
        }
        return false;
    }

    void feed(Inflater inflater) throws IOException {
        require();
        inflater.setInput(buffer, at, end - at);
        at = end;
    }

    /** What the inflater was given and did not need. */
    void takeBack(Inflater inflater) {
        at = end - inflater.getRemaining();
    }

    private int next() throws IOException {
        require();
        return buffer[at++] & 0xFF;
    }

    private void require() throws IOException {
        if (at == end && !fill()) {
            throw new DamagedFileException(FileProblem.Reason.TRUNCATED_FILE, "the file ends within a gzip member");
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, source.read(buffer, 0, buffer.length));
        filledBytes += end;
        return end > 0;
    }

    /** Taken from the file so far. */
    long count() {
        return filledBytes;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
