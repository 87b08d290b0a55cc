package dev.tallystone.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Whole days of made-up traffic, compressed to a minute. */
final class Days {

    static final Instant START = Instant.parse("2026-10-01T12:00:00Z");
    static final Duration DAY = Duration.ofMinutes(1);
    static final long STEPS = DAY.dividedBy(Workload.STEP);

    private Days() {}

    static Workload workload(String scenario, long seed, double eventsPerSecond) {
        return new Workload(Scenario.named(scenario), seed, START, DAY, eventsPerSecond);
    }

    static List<LogRecord> oneDay(String scenario, double eventsPerSecond) {
        Workload workload = workload(scenario, 42, eventsPerSecond);
        return LongStream.range(0, STEPS).boxed().flatMap(k -> workload.step(k).stream()).toList();
    }

    /** Steps from one full hour of the company's day to another, on the day after the first midnight. */
    static LongStream stepsFrom(int hour, int untilHour) {
        return LongStream.range((hour + 20) * STEPS / 24, (untilHour + 20) * STEPS / 24);
    }
}
