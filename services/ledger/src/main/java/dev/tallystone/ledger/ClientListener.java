package dev.tallystone.ledger;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Hears of the Kafka clients that a role opens and closes, so that a process can show how they do. Called on the thread
 * that owns the client, and must not block it.
 */
public interface ClientListener {

    /** Hears nothing. */
    ClientListener NONE = new ClientListener() {

        @Override
        public void opened(String clientId, Map<MetricName, ? extends Metric> metrics) {}

        @Override
        public void closed(String clientId) {}
    };

    /**
     * A client was opened, in the place of any other of that name.
     *
     * @param clientId
     *            see {@link Ledger#clientId}: the same after every reopening
     * @param metrics
     *            Kafka's live view, to be read from any thread
     */
    void opened(String clientId, Map<MetricName, ? extends Metric> metrics);

    /**
     * The client of this name is no more. Unknown names are no error: a role may end before its clients were opened.
     */
    void closed(String clientId);
}
