package dev.tallystone.collector;

import java.io.IOException;
import java.io.InputStream;

/** A way to find the records in a file's text. Serves one file; holds at most one record. */
interface RecordSplitter {

    /** Where the records go. */
    interface Sink {

        /** Takes the next record, which begins on line {@code number}, from 1. */
        void accept(long number, byte[] bytes);
    }

    /** Hands on every complete record, also those in front of a damage, which is thrown. */
    void split(InputStream text, Sink sink) throws IOException;
}
