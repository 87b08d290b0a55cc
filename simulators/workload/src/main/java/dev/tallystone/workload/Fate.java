package dev.tallystone.workload;

import java.util.Map;

/** What an exact meter must do with a record. */
public sealed interface Fate {

    /**
     * Tally it.
     *
     * @param model
     *            the model id or ARN as called
     * @param caller
     *            the principal without its session: {@code assumed-role/<role>} or {@code user/<name>}
     * @param measures
     *            what it adds, by measure; zeros are left out
     */
    record Counted(String model, String caller, Map<String, Long> measures) implements Fate {

        public Counted {
            measures = Map.copyOf(measures);
        }
    }

    /** Recognise it as a copy of a record sent before, and drop it. */
    record Duplicate() implements Fate {}

    /** Put it among the dead letters under this reason code, such as {@code BAD_JSON}. */
    record Rejected(String reason) implements Fate {}
}
