package dev.tallystone.loadgen;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One compressed file of a log while it is written, a record a line. Belongs to one thread. */
final class LogObject implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final OutputStream out;

    /** Creates the file and the folders on the way; there must be none of its name. */
    LogObject(Path path) throws IOException {
        this.path = path;
        Files.createDirectories(path.toAbsolutePath().getParent());
        this.out = new BufferedOutputStream(new QuickGzip(Files.newOutputStream(path,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)), BUFFER_BYTES);
    }

    void write(byte[] log) throws IOException {
        out.write(log);
        out.write('\n');
    }

    /** Ends the file. */
    @Override
    public void close() throws IOException {
        out.close();
    }

    /** As it lies there, once it is closed. */
    long bytes() throws IOException {
        return Files.size(path);
    }

    /** Compressed as quickly as can be: such a log is soon read and thrown away. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
