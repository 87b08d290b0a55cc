package dev.tallystone.collector;

/** One record of a log, as it stands in its file. A class, because a record should not hold an array. */
public final class LogLine {

    /**
     * Longer records are cut to this length: one byte more than a record may have, so that whoever judges it sees that
     * it is too large, and nobody has to hold it.
     */
    public static final int MAX_BYTES = (1 << 20) + 1;

    private final String file;
    private final long number;
    private final byte[] bytes;

    LogLine(String file, long number, byte[] bytes) {
        this.file = file;
        this.number = number;
        this.bytes = bytes;
    }

    /** Path of the file, seen from the folder. */
    public String file() {
        return file;
    }

    /** The line on which it begins, from 1. */
    public long number() {
        return number;
    }

    /** The record without its line end, <em>not copied</em>: a folder holds millions. Do not change it. */
    public byte[] bytes() {
        return bytes;
    }
}
