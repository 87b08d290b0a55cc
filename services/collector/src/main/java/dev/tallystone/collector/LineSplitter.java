package dev.tallystone.collector;

import java.io.IOException;
import java.io.InputStream;

/** Every line that is not blank is a record, readable or not. */
final class LineSplitter implements RecordSplitter {

    private final byte[] chunk = new byte[1 << 16];
    private final RecordBytes line = new RecordBytes();
    private long number = 1;

    @Override
    public void split(InputStream text, Sink sink) throws IOException {
        for (int length = text.read(chunk, 0, chunk.length); length >= 0; length = text.read(chunk, 0, chunk.length)) {
            splitChunk(length, sink);
        }
        endLine(sink); // many files end without a line end
    }

    private void splitChunk(int length, Sink sink) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            if (chunk[at] == '\n') {
                line.append(chunk, from, at);
                endLine(sink);
                from = at + 1;
            }
        }
        line.append(chunk, from, length);
    }

    private void endLine(Sink sink) {
        if (line.isBlank()) {
            line.clear();
        } else {
            sink.accept(number, line.take());
        }
        number++;
    }
}
