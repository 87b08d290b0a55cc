package dev.tallystone.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reading under other prices, beside the one that is shown. It may fail, for Kafka may be out of reach just then;
 * what is shown does not depend on it. The monitor's thread.
 */
final class Rebuild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    /** What becomes of it: exactly one of the two is told, once. */
    interface Outcome {

        /** The reading belongs to the receiver from now on. */
        void caughtUp(Reading reading);

        /** Nothing is left of it. */
        void failed(String why);
    }

    private final Reading reading;
    private final Outcome outcome;

    private Rebuild(Reading reading, Outcome outcome) {
        this.reading = reading;
        this.outcome = outcome;
    }

    /** Empty when it failed at once. */
    static Optional<Rebuild> begin(Supplier<Reading> open, Outcome outcome) {
        try {
            return Optional.of(new Rebuild(open.get(), outcome));
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            fail(outcome, e);
            return Optional.empty();
        }
    }

    /** Reads on for a time. Whether it is still under way. */
    boolean poll(Duration time) {
        try {
            reading.poll(time, _ -> {});
            reading.advance();
            if (!reading.hasCaughtUp()) {
                return true;
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            reading.close();
            fail(outcome, e);
            return false;
        }
        outcome.caughtUp(reading);
        return false;
    }

    private static void fail(Outcome outcome, KafkaException why) {
        LOG.error("the tallies cannot be read under other prices: {}", why.toString());
        outcome.failed("the tallies cannot be read from Kafka: " + why.getMessage());
    }

    /** Gives up. */
    @Override
    public void close() {
        reading.close();
        outcome.failed("the monitor has ended");
    }
}
