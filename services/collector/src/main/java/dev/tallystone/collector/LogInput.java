package dev.tallystone.collector;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plain text of a file, whether it is compressed or not. Its first bytes decide, since names lie. */
final class LogInput extends InputStream {

    private final CountedInput file;
    private final InputStream text;

    private LogInput(CountedInput file, InputStream text) {
        this.file = file;
        this.text = text;
    }

    static LogInput open(Path path) throws IOException {
        var file = new CountedInput(Files.newInputStream(path));
        try {
            byte[] magic = file.readNBytes(2);
            var whole = new PushbackInputStream(file, 2);
            whole.unread(magic);
            return new LogInput(file, GzipInput.isMagic(magic) ? new GzipInput(whole) : whole);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        return text.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        return text.read(target, from, length);
    }

    /** Of the file itself, before inflation. */
    long bytesRead() {
        return file.passed();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
