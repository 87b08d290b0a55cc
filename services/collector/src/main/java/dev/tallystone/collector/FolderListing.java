package dev.tallystone.collector;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sorts what lies in a folder into logs, objects to leave alone, and what cannot be listed. */
final class FolderListing extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<LogFile> files = new ArrayList<>();
    private final SortedMap<SkipReason, Long> skipped = new TreeMap<>();
    private final List<FileProblem> problems = new ArrayList<>();

    FolderListing(Path root) {
        this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        LogFile.skipped(root, path)
                .ifPresentOrElse(reason -> skipped.merge(reason, 1L, Long::sum),
                        () -> files.add(LogFile.of(root, path, attributes.size())));
        return FileVisitResult.CONTINUE;
    }

    /** A folder without permission, a loop of links: the rest must still be read. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        return unreadable(path, e);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, @Nullable IOException e) {
        return e == null ? FileVisitResult.CONTINUE : unreadable(path, e);
    }

    private FileVisitResult unreadable(Path path, IOException e) {
        problems.add(new FileProblem(LogFile.shownName(root, path), FileProblem.Reason.UNREADABLE, 0, e.toString()));
        return FileVisitResult.CONTINUE;
    }

    List<LogFile> files() {
        return files;
    }

    SortedMap<SkipReason, Long> skipped() {
        return skipped;
    }

    List<FileProblem> problems() {
        return problems;
    }
}
