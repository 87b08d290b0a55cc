package dev.tallystone.monitor;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Hands what is to be done from any thread to the monitor's. One waits at most.
 *
 * @param <O>
 *            what is to be done
 * @param <A>
 *            what was done
 */
final class Orders<O, A> {

    record Order<O, A>(O what, CompletableFuture<A> answer) {}

    private static final String ENDED = "the monitor has ended";

    private final String name;
    private volatile boolean ended;
    private final BlockingQueue<Order<O, A>> waiting = new ArrayBlockingQueue<>(1);

    /** Of one kind, such as {@code re-pricing}. */
    Orders(String name) {
        this.name = name;
    }

    CompletionStage<A> give(O what) {
        var order = new Order<>(what, new CompletableFuture<A>());
        if (!waiting.offer(order)) {
            order.answer.completeExceptionally(
                    new Questions.NotNowException("another %s waits already".formatted(name)));
        }
        if (ended) { // nobody will come to do it
            refuse(ENDED);
        }
        return order.answer;
    }

    Optional<Order<O, A>> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Not now: who waits is told why. */
    void refuse(String why) {
        next().ifPresent(order -> order.answer.completeExceptionally(new Questions.NotNowException(why)));
    }

    /** Nobody will answer any more: who waits is told so, and all who come from now on. */
    void end() {
        ended = true;
        refuse(ENDED);
    }
}
