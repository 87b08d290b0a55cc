package dev.tallystone.workload;

/** Which of a stream's events fall into which step. Events are numbered, and number j is due in exactly one step. */
record Schedule(DayCurve curve, SimulatedDay day, double eventsPerDay) {

    /** The number of the first event that is due in step {@code k} or later. */
    long firstOf(long k) {
        return (long) Math.floor(eventsPerDay * curve.daysOfTrafficBefore(k, day));
    }
}
