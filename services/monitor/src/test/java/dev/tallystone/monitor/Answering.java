package dev.tallystone.monitor;

import dev.tallystone.board.Past;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Stands in for the monitor's thread: answers questions from one past, or says that it still reads. */
public final class Answering implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Questions questions = new Questions();
    private final AtomicReference<@Nullable Past> past;
    private final Thread thread = Thread.ofVirtual().unstarted(this::answer);

    private Answering(@Nullable Past past) {
        this.past = new AtomicReference<>(past);
    }

    /** From this past. */
    public static Answering from(Past past) {
        return new Answering(past).begun();
    }

    /** Has not caught up. */
    public static Answering whileReading() {
        return new Answering(null).begun();
    }

    /** Takes no question, for it is busy. */
    public static Answering never() {
        return new Answering(null);
    }

    private Answering begun() {
        thread.start();
        return this;
    }

    private void answer() {
        while (!Thread.currentThread().isInterrupted()) {
            questions.answer(past::get);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Where to ask. */
    public Questions questions() {
        return questions;
    }

    @Override
    public void close() {
        thread.interrupt();
        questions.end();
    }
}
