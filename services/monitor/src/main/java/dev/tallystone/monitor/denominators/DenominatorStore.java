package dev.tallystone.monitor.denominators;

import dev.tallystone.board.unitcosts.DenominatorValue;
import dev.tallystone.board.unitcosts.Denominators;
import dev.tallystone.monitor.Questions.NotNowException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known now. One thread adds and writes the file; any thread reads. */
public final class DenominatorStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DenominatorStore.class);
    private static final int MAX_WAITING = 64;

    /**
     * A value that was taken.
     *
     * @param replaced
     *            whether there was one of the same stretch
     */
    public record Taken(DenominatorValue value, boolean replaced) {}

    private final DenominatorFile file;
    private final Clock clock;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING), Thread.ofPlatform().name("denominators").factory());
    private volatile Denominators current; // written by the writer alone

    /** Begins with what the file has. */
    DenominatorStore(Optional<Path> file, Clock clock) {
        this.file = new DenominatorFile(file);
        this.clock = clock;
        this.current = this.file.load(clock.instant());
    }

    /** From any thread. */
    public Denominators current() {
        return current;
    }

    /** Where it is kept. */
    public Optional<Path> file() {
        return file.file();
    }

    /**
     * Adds a value. From any thread; completed on the writer's. Fails with IllegalArgumentException if the value is
     * refused, and with {@link NotNowException} if too many wait or it cannot be kept: then nothing has changed.
     */
    public CompletionStage<Taken> add(DenominatorValue value) {
        var taken = new CompletableFuture<Taken>();
        try {
            writer.execute(() -> add(value, taken));
        } catch (RejectedExecutionException _) {
            taken.completeExceptionally(
                    new NotNowException("%d values wait already, or the monitor has ended".formatted(MAX_WAITING)));
        }
        return taken;
    }

    private void add(DenominatorValue value, CompletableFuture<Taken> taken) {
        try {
            Denominators next = current.with(value, clock.instant());
            boolean replaced = current.find(value.key(), value.stretch()).isPresent();
            file.keep(next);
            current = next;
            taken.complete(new Taken(value, replaced));
        } catch (IOException e) {
            String where = file.file().map(Path::toString).orElse("");
            LOG.error("denominators cannot be kept in {}: {}", where, e.toString());
            taken.completeExceptionally(new NotNowException("it cannot be kept in %s: %s".formatted(where, e)));
        } catch (RuntimeException e) { // one wrong value must not end the thread
            taken.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
