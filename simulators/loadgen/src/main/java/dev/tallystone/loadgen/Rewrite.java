package dev.tallystone.loadgen;

import dev.tallystone.collector.RecordEnvelope;

/** What happens to a record before it is sent. */
@FunctionalInterface
interface Rewrite {

    /** Nothing. */
    Rewrite NONE = (line, _) -> line;

    /** Gives the same array back, or a new one. */
    byte[] apply(byte[] line, RecordEnvelope envelope);
}
