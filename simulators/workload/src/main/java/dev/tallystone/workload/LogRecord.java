package dev.tallystone.workload;

import java.time.Instant;

/** One record to send, and what must become of it. A class, because a record should not hold an array. */
public final class LogRecord {

    private final String key;
    private final byte[] value;
    private final Instant dueAt;
    private final Fate fate;

    LogRecord(String key, byte[] value, Instant dueAt, Fate fate) {
        this.key = key;
        this.value = value;
        this.dueAt = dueAt;
        this.fate = fate;
    }

    /** The request id in lower case. Broken records have one too, so that they spread over partitions like others. */
    public String key() {
        return key;
    }

    /**
     * The record itself, <em>not copied</em>: it is sent once and a load test cannot afford a copy. Do not change it.
     */
    public byte[] value() {
        return value;
    }

    /** When to send it, on the workload's own time line. The time of the event in the record is never later. */
    public Instant dueAt() {
        return dueAt;
    }

    /** What an exact meter must do with it. */
    public Fate fate() {
        return fate;
    }

    /** The same bytes once more. */
    LogRecord copyDueAt(Instant later) {
        return new LogRecord(key, value, later, new Fate.Duplicate());
    }
}
