package dev.tallystone.loadgen;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Passes time. May return early: who waits asks the clock again. */
@FunctionalInterface
interface Sleeper {

    Sleeper REAL = duration -> LockSupport.parkNanos(duration.toNanos());

    void sleep(Duration duration);
}
