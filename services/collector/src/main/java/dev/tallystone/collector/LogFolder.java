package dev.tallystone.collector;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What AWS delivers to S3, copied to a local folder; or a single file, which is read whatever its name. A listing:
 * files that arrive later belong to the next one.
 *
 * <pre>
 * …/AWSLogs/account/BedrockModelInvocationLogs/region/2026/10/01/12/20261001T120000000Z_1a2b.json.gz
 *                                                                    data/7c9e_input.json.gz   (skipped)
 * </pre>
 */
public final class LogFolder {

    private final List<LogFile> files;
    private final SortedMap<SkipReason, Long> skipped;
    private final List<FileProblem> problems;

    private LogFolder(List<LogFile> files, SortedMap<SkipReason, Long> skipped, List<FileProblem> problems) {
        this.files = List.copyOf(files);
        this.skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        this.problems = List.copyOf(problems);
    }

    /**
     * Lists, following symbolic links. What cannot be listed below {@code path} becomes a problem of its own.
     *
     * @throws NoSuchFileException
     *             when there is nothing at {@code path}
     */
    public static LogFolder at(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return new LogFolder(List.of(LogFile.of(path, path, Files.size(path))), new TreeMap<>(), List.of());
        }
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(path.toString());
        }
        var listing = new FolderListing(path);
        Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
        var files = new ArrayList<>(listing.files());
        Collections.sort(files);
        return new LogFolder(files, listing.skipped(), listing.problems());
    }

    /** In reading order: by the hour in the path, then by path. */
    List<LogFile> files() {
        return files;
    }

    SortedMap<SkipReason, Long> skipped() {
        return skipped;
    }

    List<FileProblem> problems() {
        return problems;
    }

    /** Size of all files to read, as they lie there: what {@link FolderReader#bytesRead()} reaches in the end. */
    public long bytes() {
        return files.stream().mapToLong(LogFile::bytes).sum();
    }
}
