package dev.tallystone.collector;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of everything in a folder.
 *
 * @param files
 *            that were opened, with or without a problem
 * @param records
 *            that were handed on
 * @param skipped
 *            objects that are no logs; reasons that did not occur are absent
 * @param problems
 *            in reading order, those of listing first
 */
public record FolderReport(long files, long records, SortedMap<SkipReason, Long> skipped, List<FileProblem> problems) {

    public FolderReport {
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        problems = List.copyOf(problems);
    }

    /** All objects that were left alone. */
    public long skippedObjects() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }
}
