package dev.tallystone.loadgen;

import java.util.Optional;
import org.apache.kafka.clients.producer.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka said to the records of one producer. Acknowledgements come on the producer's network thread, which alone
 * counts; a failure may also come from the sender.
 */
final class Deliveries {

    private volatile long acknowledged;
    private volatile @Nullable Throwable failure;

    /** For one record; {@code onAcknowledged} runs on the producer's network thread. */
    Callback expect(Runnable onAcknowledged) {
        return (_, e) -> {
            if (e == null) {
                onAcknowledged.run();
                long before = acknowledged;
                acknowledged = before + 1;
            } else {
                fail(e);
            }
        };
    }

    /** The first failure stands: the others mostly follow from it. */
    void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }

    long acknowledged() {
        return acknowledged;
    }

    boolean failed() {
        return failure != null;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
