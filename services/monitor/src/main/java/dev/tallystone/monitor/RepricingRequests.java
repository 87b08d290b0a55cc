package dev.tallystone.monitor;

import dev.tallystone.monitor.prices.Repricing;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands a request to re-price from any thread to the monitor's. One waits at most. */
final class RepricingRequests {

    record Request(boolean apply, CompletableFuture<Repricing> answer) {}

    private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(1);

    CompletionStage<Repricing> ask(boolean apply) {
        var request = new Request(apply, new CompletableFuture<>());
        if (!waiting.offer(request)) {
            request.answer.completeExceptionally(new Questions.NotNowException("another re-pricing waits already"));
        }
        return request.answer;
    }

    Optional<Request> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Nobody will answer any more. */
    void refuse() {
        next().ifPresent(request -> request.answer
                .completeExceptionally(new Questions.NotNowException("the monitor has ended")));
    }
}
