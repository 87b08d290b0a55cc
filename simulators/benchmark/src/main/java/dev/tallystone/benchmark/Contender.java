package dev.tallystone.benchmark;

/** One way of reading the topic. */
interface Contender {

    /** Reads all records; calls {@code progress} with the number read so far, often enough to time it. */
    void read(Task task, Progress progress) throws InterruptedException;

    /** Hears of progress. */
    interface Progress {
        /** So many records are read. */
        void records(long count);
    }

    /**
     * What to read.
     *
     * @param ledger
     *            a name that no earlier round has used
     */
    record Task(String bootstrapServers, String topic, int partitions, long records, String ledger) {

        /** The same, into a ledger that nobody looks at, another one for each pass. */
        Task asWarmUp(int pass) {
            return new Task(bootstrapServers, topic, partitions, records, "%s-warm-up-%d".formatted(ledger, pass));
        }
    }
}
