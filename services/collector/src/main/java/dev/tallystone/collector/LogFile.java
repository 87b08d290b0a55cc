package dev.tallystone.collector;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file that holds records.
 *
 * @param name
 *            its path seen from the folder, with slashes
 * @param hour
 *            {@code 2026/10/01/12} where the path has one, as AWS lays logs out; else empty
 * @param bytes
 *            its size when the folder was listed
 */
record LogFile(Path path, String name, String hour, long bytes) implements Comparable<LogFile> {

    private static final Pattern HOUR = Pattern.compile(".*/(\\d{4}/\\d{2}/\\d{2}/\\d{2})/.*");
    private static final Pattern BODY = Pattern.compile("/\\d{4}/\\d{2}/\\d{2}/\\d{2}/data/");
    private static final Pattern NAME = Pattern.compile(".*\\.jsonl?(\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final Comparator<LogFile> ORDER = Comparator.comparing(LogFile::hour)
            .thenComparing(file -> file.name);

    static LogFile of(Path root, Path path, long bytes) {
        Matcher matcher = HOUR.matcher(slashed(path));
        return new LogFile(path, shownName(root, path), matcher.matches() ? matcher.group(1) : "", bytes);
    }

    /** Why the file is no log. An hour may also stand in the path of the root: people copy single days. */
    static Optional<SkipReason> skipped(Path root, Path path) {
        String name = shownName(root, path);
        if (("/" + name).contains("/.")) {
            return Optional.of(SkipReason.HIDDEN);
        }
        if (BODY.matcher(slashed(path)).find()) {
            return Optional.of(SkipReason.BODY);
        }
        return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(SkipReason.OTHER_NAME);
    }

    static String shownName(Path root, Path path) {
        Path relative = root.equals(path) ? path.getFileName() : root.relativize(path);
        return slashes(String.valueOf(relative));
    }

    private static String slashed(Path path) {
        return slashes(path.toAbsolutePath().toString());
    }

    private static String slashes(String path) {
        return path.replace('\\', '/');
    }

    /** By hour across accounts and Regions, so that they come together in time; files without an hour come first. */
    @Override
    public int compareTo(LogFile other) {
        return ORDER.compare(this, other);
    }
}
