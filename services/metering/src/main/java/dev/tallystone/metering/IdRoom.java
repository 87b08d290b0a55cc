package dev.tallystone.metering;

import dev.tallystone.metering.DuplicateFilter.Quiet;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Bounds how many ids the filters of one process hold together. */
public final class IdRoom {

    /** A slice with an arrival this recent is never closed for want of room. */
    public static final Duration PROTECTED = Duration.ofMinutes(1);

    private IdRoom() {}

    /**
     * Makes room: while the filters hold more than {@code maxIds}, closes the slice whose last arrival is oldest, but
     * none with an arrival in the last minute before {@code arrivalMs}. If that is not enough, further ids are counted
     * without being remembered.
     */
    public static void make(Collection<DuplicateFilter> filters, int maxIds, long arrivalMs) {
        long total = filters.stream().mapToLong(DuplicateFilter::size).sum();
        if (total > maxIds) {
            total -= closeQuietest(filters, total - maxIds, arrivalMs - PROTECTED.toMillis());
        }
        boolean noRoom = total > maxIds;
        filters.forEach(filter -> filter.setFull(noRoom));
    }

    /** Sorts once: an import of old logs may hold tens of thousands of slices. */
    private static long closeQuietest(Collection<DuplicateFilter> filters, long wanted, long latestArrivalMs) {
        List<Quiet> quietest = filters.stream()
                .flatMap(filter -> filter.quiet(latestArrivalMs))
                .sorted(Comparator.comparingLong(Quiet::lastArrivalMs))
                .toList();
        long freed = 0;
        for (int i = 0; i < quietest.size() && freed < wanted; i++) {
            freed += quietest.get(i).filter().close(quietest.get(i).number());
        }
        return freed;
    }
}
