package dev.tallystone.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A company's calls of Bedrock, step by step. A pure function: the same arguments give the same bytes, whichever step
 * is asked for first, so that a load test can resume, replay, or share the work among threads.
 */
public final class Workload {

    /** Length of one step. */
    public static final Duration STEP = Duration.ofMillis(100);

    private static final Comparator<LogRecord> SENDING_ORDER = Comparator.comparing(LogRecord::dueAt);

    private final List<StreamFeed> feeds;

    /**
     * @param start
     *            when step 0 begins; it is then 04:00 in the company's day
     * @param day
     *            how long one day of the company lasts. Only the day is compressed, never the times in the records
     * @param eventsPerSecond
     *            the mean over a whole day of all streams together; copies and broken records come on top
     */
    public Workload(Scenario scenario, long seed, Instant start, Duration day, double eventsPerSecond) {
        if (!(eventsPerSecond > 0)) {
            throw new IllegalArgumentException("eventsPerSecond must be more than 0, not " + eventsPerSecond);
        }
        var simulatedDay = SimulatedDay.lasting(day);
        double eventsPerDay = eventsPerSecond * simulatedDay.length().toMillis() / 1_000;
        double weights = scenario.streams().stream().mapToDouble(TrafficStream::weight).sum();
        var made = new ArrayList<StreamFeed>();
        for (TrafficStream stream : scenario.streams()) {
            var schedule = new Schedule(stream.curve(), simulatedDay, eventsPerDay * stream.weight() / weights);
            made.add(new StreamFeed(stream, schedule, scenario.faults(), new Seeds(seed, made.size()), start));
        }
        feeds = List.copyOf(made);
    }

    /**
     * Everything due in step {@code k}, in sending order; a copy that follows at once stands right behind its record.
     */
    public List<LogRecord> step(long k) {
        if (k < 0) {
            throw new IllegalArgumentException("steps begin at 0, not " + k);
        }
        var text = new RecordText();
        var due = new ArrayList<LogRecord>();
        feeds.forEach(feed -> feed.addTo(due, k, text));
        due.sort(SENDING_ORDER);
        return Collections.unmodifiableList(due);
    }
}
