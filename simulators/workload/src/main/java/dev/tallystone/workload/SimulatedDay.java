package dev.tallystone.workload;

import java.time.Duration;

/**
 * Where a step stands in the company's day, which begins at 04:00 and may be compressed to minutes. Whole numbers only:
 * a position counts twenty-fourths of a step, so that every hour has {@code steps} of them however short the day is.
 *
 * @param steps
 *            how many steps one day has
 */
record SimulatedDay(long steps) {

    private static final int HOURS = 24;
    private static final int FIRST_HOUR = 4;
    private static final Duration LONGEST = Duration.ofDays(7);

    /** A day from 2.4 seconds to a week; beyond that, {@link DayCurve}'s whole numbers might overflow. */
    static SimulatedDay lasting(Duration day) {
        long steps = day.toMillis() / Workload.STEP.toMillis();
        if (steps < HOURS || day.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a day must last from 2.4 seconds to 7 days, not " + day);
        }
        return new SimulatedDay(steps);
    }

    /** Days that have ended before step {@code k}. */
    long daysBefore(long k) {
        return position(k) / (HOURS * steps);
    }

    int hourAt(long k) {
        return (int) (position(k) % (HOURS * steps) / steps);
    }

    /** From 0 to {@code steps}, exclusive: how much of the hour has passed, in twenty-fourths of a step. */
    long intoHour(long k) {
        return position(k) % steps;
    }

    private long position(long k) {
        return Math.addExact(Math.multiplyExact(k, HOURS), FIRST_HOUR * steps);
    }

    Duration length() {
        return Workload.STEP.multipliedBy(steps);
    }
}
