package dev.tallystone.metering;

import dev.tallystone.invocation.Measure;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where the minutes of one cell go that leave the last day. On the thread of its {@link CellHistory}. */
sealed interface OldMinutes permits PackedPast.OfCell, OldMinutes.Forgotten {

    /** What is kept of an old minute: by what calls are weighed against each other. */
    List<Measure> KEPT = List.of(Measure.REQUESTS, Measure.INPUT, Measure.CACHE_READ, Measure.CACHE_WRITE,
            Measure.CACHE_WRITE_5M, Measure.CACHE_WRITE_30M, Measure.CACHE_WRITE_1H, Measure.OUTPUT, Measure.IMAGES,
            Measure.INPUT_IMAGES, Measure.MEDIA_MS, Measure.RERANK_UNITS);

    /** They go nowhere. */
    OldMinutes FORGOTTEN = new Forgotten();

    /** The first minute that is not old when those before {@code minute} may go. */
    long begin(long minute);

    /** Adds what came late. */
    void add(long minute, Quantities quantities);

    /** Takes what lies before {@code begin}. */
    void takeBefore(long begin, SteppedSeries minutes);

    /** Those with calls in {@code [from, to)}, to be changed at will. */
    NavigableMap<Long, Quantities> minutes(long from, long to);

    /** See {@link #FORGOTTEN}. */
    final class Forgotten implements OldMinutes {

        private Forgotten() {}

        @Override
        public long begin(long minute) {
            return minute;
        }

        @Override
        public void add(long minute, Quantities quantities) {}

        @Override
        public void takeBefore(long begin, SteppedSeries minutes) {
            minutes.trim(begin);
        }

        @Override
        public NavigableMap<Long, Quantities> minutes(long from, long to) {
            return new TreeMap<>();
        }
    }
}
