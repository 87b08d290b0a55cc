package dev.tallystone.metering;

import dev.tallystone.invocation.Measure;

/**
 * The sums of {@code [end − length, end)} in event time. Moving on adds the steps that enter and deducts those that
 * leave; a late event is accumulated in place. One thread.
 */
final class RollingWindow {

    private final SteppedSeries series;
    private final long length;
    private final long[] sums = new long[Measure.ALL.size()];
    private long end = Long.MIN_VALUE;

    /** Over {@code length} steps of the series, none yet. */
    RollingWindow(SteppedSeries series, long length) {
        this.series = series;
        this.length = length;
    }

    /** Counts what was just added to the series, if the window holds its step. */
    void accumulate(long step, Quantities quantities) {
        if (end != Long.MIN_VALUE && step >= end - length && step < end) {
            quantities.addTo(sums);
        }
    }

    /** Moves the end forward; steps that it leaves must still be in the series. */
    void moveTo(long newEnd) {
        if (newEnd <= end) {
            return;
        }
        boolean fresh = end == Long.MIN_VALUE;
        long entering = fresh ? newEnd - length : Math.max(end, newEnd - length);
        for (long[] step : series.between(entering, newEnd)) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], step[i]);
            }
        }
        if (!fresh) {
            deduct(end - length, Math.min(end, newEnd - length));
        }
        end = newEnd;
    }

    private void deduct(long from, long to) {
        for (long[] step : series.between(from, to)) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] -= step[i];
            }
        }
    }

    Quantities quantities() {
        return Quantities.of(sums);
    }
}
