package dev.tallystone.collector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a folder once, file by file. Belongs to one thread. */
public final class FolderReader {

    private final LogFolder folder;
    private final List<FileProblem> problems;
    private long records;
    private long bytesOfFilesDone;
    private @Nullable LogInput open;

    public FolderReader(LogFolder folder) {
        this.folder = folder;
        this.problems = new ArrayList<>(folder.problems());
    }

    /** Hands on every record there is. A file with a problem ends early; the next one is read all the same. */
    public FolderReport readTo(LogReceiver receiver) {
        folder.files().forEach(file -> read(file, receiver));
        return new FolderReport(folder.files().size(), records, folder.skipped(), problems);
    }

    private void read(LogFile file, LogReceiver receiver) {
        long before = records;
        try {
            RecordSplitter splitter = LogForm.of(file.path()).splitter();
            try (LogInput input = LogInput.open(file.path())) {
                open = input;
                splitter.split(input, (number, bytes) -> handOn(new LogLine(file.name(), number, bytes), receiver));
            }
        } catch (DamagedFileException e) {
            problems.add(e.in(file, records - before));
        } catch (IOException e) {
            problems.add(new FileProblem(file.name(), FileProblem.Reason.UNREADABLE, records - before, e.toString()));
        }
        open = null;
        bytesOfFilesDone += file.bytes();
    }

    private void handOn(LogLine line, LogReceiver receiver) {
        receiver.receive(line);
        records++;
    }

    /** How much of {@link LogFolder#bytes()} lies behind us. For the receiver, while it is called. */
    public long bytesRead() {
        return bytesOfFilesDone + (open == null ? 0 : open.bytesRead());
    }
}
