package dev.tallystone.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The order to stop, by whoever gives it: Ctrl-C, a failure, or the end of the Maven that started the demo. */
final class StopOrder {

    private static final Duration PARENT_POLL = Duration.ofMillis(500);

    private final CountDownLatch given = new CountDownLatch(1);

    void give() {
        given.countDown();
    }

    /** True once the order is given; false when the time is up. */
    boolean await(Duration timeout) throws InterruptedException {
        return given.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** On Ctrl-C the main thread prints the balance and halts the process; until then the shutdown waits. */
    void onSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            give();
            waitForMain();
        }, "stop-on-signal"));
    }

    private static void waitForMain() {
        try {
            new CountDownLatch(1).await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A killed Maven leaves its child running; a child without its first parent stops. */
    void onParentsEnd() {
        Optional<Long> parent = parent();
        Thread.ofPlatform().name("parent-watch").daemon().start(() -> {
            try {
                while (!await(PARENT_POLL)) {
                    if (!parent().equals(parent)) {
                        give();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Optional<Long> parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }
}
