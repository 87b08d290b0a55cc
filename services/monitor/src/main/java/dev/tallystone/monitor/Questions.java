package dev.tallystone.monitor;

import dev.tallystone.board.Past;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions that wait for the monitor's thread, which alone may look at what it has merged. Bounded; asked from any
 * thread, answered between two polls.
 */
public final class Questions {

    private static final int MAX_WAITING = 64;

    /** The monitor cannot answer now: it is still reading, has ended, or too many wait. */
    public static final class NotNowException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Says what to wait for. */
        public NotNowException(String message) {
            super(message, null, false, false);
        }
    }

    private record Waiting<T>(Function<Past, T> question, CompletableFuture<T> answer) {

        void answer(@Nullable Past past) {
            if (past == null) {
                answer.completeExceptionally(
                        new NotNowException("the monitor is still reading what was counted, or has ended"));
                return;
            }
            try {
                answer.complete(question.apply(past));
            } catch (RuntimeException e) { // one wrong question must not end the monitor
                answer.completeExceptionally(e);
            }
        }
    }

    private volatile boolean ended;
    private final BlockingQueue<Waiting<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

    /**
     * Asks. The answer fails with {@link NotNowException}, or with what the question throws; it is completed on the
     * monitor's thread, so nothing that blocks may hang on it.
     */
    public <T> CompletionStage<T> ask(Function<Past, T> question) {
        var asked = new Waiting<>(question, new CompletableFuture<T>());
        if (!waiting.offer(asked)) {
            asked.answer.completeExceptionally(
                    new NotNowException("%d questions wait already".formatted(MAX_WAITING)));
        }
        if (ended) { // nobody will come to answer
            answer(() -> null);
        }
        return asked.answer;
    }

    /**
     * Answers all that wait; {@code past} gives null while there is nothing to answer from. On the monitor's thread.
     */
    void answer(Supplier<@Nullable Past> past) {
        for (Waiting<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.answer(past.get());
        }
    }

    /** Nobody will answer any more: those who wait are told so, and all who ask from now on. */
    void end() {
        ended = true;
        answer(() -> null);
    }
}
