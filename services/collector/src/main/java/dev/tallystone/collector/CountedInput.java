package dev.tallystone.collector;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that it hands on. */
final class CountedInput extends FilterInputStream {

    private long passed;

    CountedInput(InputStream source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        passed += next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        passed += Math.max(read, 0);
        return read;
    }

    long passed() {
        return passed;
    }
}
