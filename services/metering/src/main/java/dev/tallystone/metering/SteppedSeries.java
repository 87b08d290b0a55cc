package dev.tallystone.metering;

import dev.tallystone.invocation.Measure;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Sums by equal steps of event time; a step without a call takes no room. One thread. */
final class SteppedSeries {

    private final NavigableMap<Long, long[]> sumsByStep = new TreeMap<>();

    void add(long step, Quantities quantities) {
        quantities.addTo(sumsByStep.computeIfAbsent(step, _ -> new long[Measure.ALL.size()]));
    }

    /** The sums of the steps in {@code [from, to)} that have any. */
    Collection<long[]> between(long from, long to) {
        return from >= to ? sumsByStep.subMap(from, from).values() : sumsByStep.subMap(from, to).values();
    }

    NavigableMap<Long, long[]> steps() {
        return sumsByStep;
    }

    /** Forgets what lies before {@code step}. */
    void trim(long step) {
        sumsByStep.headMap(step).clear();
    }
}
