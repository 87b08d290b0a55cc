package dev.tallystone.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The rule that a log is never mixed with what was there before. */
final class EmptyFolder {

    private EmptyFolder() {}

    /**
     * Passes a folder that holds nothing, hidden files included, or does not exist.
     *
     * @throws UsageException
     *             naming what is there
     */
    static void require(String option, Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw refused(option, path, "is no folder");
        }
        try (Stream<Path> inside = Files.list(path)) {
            inside.findAny().ifPresent(found -> {
                throw refused(option, path, "holds " + found.getFileName());
            });
        }
    }

    private static UsageException refused(String option, Path path, String why) {
        return new UsageException(option, "must be an empty folder or a new one, but '%s' %s".formatted(path, why),
                null);
    }
}
