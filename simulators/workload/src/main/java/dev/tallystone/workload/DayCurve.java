package dev.tallystone.workload;

/**
 * How a stream's traffic spreads over the day: a weight at the beginning and at the end of each hour, and a straight
 * line between. Areas are whole numbers and therefore exact, so that neighbouring steps meet without a gap or an
 * overlap.
 */
final class DayCurve {

    private static final int HOURS = 24;
    private static final int HEAVIEST = 1000;

    private final int[] from;
    private final int[] to;
    /** Twice the area before each hour begins; the last one is that of the whole day. */
    private final long[] before = new long[HOURS + 1];

    private DayCurve(int[] from, int[] to) {
        this.from = from;
        this.to = to;
        for (int hour = 0; hour < HOURS; hour++) {
            before[hour + 1] = before[hour] + requireWeight(from[hour]) + to[hour];
        }
        if (before[HOURS] == 0) {
            throw new IllegalArgumentException("a day without any traffic has no curve");
        }
    }

    /** The same all day. */
    static DayCurve flat() {
        return during(0, HOURS);
    }

    /** Nothing but from one full hour to another. */
    static DayCurve during(int firstHour, int endHour) {
        int[] weights = new int[HOURS];
        for (int hour = firstHour; hour < endHour; hour++) {
            weights[hour] = 1;
        }
        return new DayCurve(weights, weights);
    }

    /** From weight to weight in straight lines; each of the 24 stands for the beginning of its hour. */
    static DayCurve sloping(int... weights) {
        if (weights.length != HOURS) {
            throw new IllegalArgumentException("a day has 24 weights, not " + weights.length);
        }
        int[] next = new int[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            next[hour] = weights[(hour + 1) % HOURS];
        }
        return new DayCurve(weights.clone(), next);
    }

    private static int requireWeight(int weight) {
        if (weight < 0 || weight > HEAVIEST) {
            throw new IllegalArgumentException("a weight must be from 0 to %d, not %d".formatted(HEAVIEST, weight));
        }
        return weight;
    }

    /**
     * How many average days' worth of traffic lie before step {@code k}. Never falls as k grows: the area is exact, and
     * each rounding that follows keeps the order.
     */
    double daysOfTrafficBefore(long k, SimulatedDay day) {
        long steps = day.steps();
        int hour = day.hourAt(k);
        long into = day.intoHour(k);
        long area = before[hour] * steps * steps + 2L * from[hour] * into * steps
                + (to[hour] - from[hour]) * into * into;
        return day.daysBefore(k) + (double) area / (before[HOURS] * steps * steps);
    }
}
