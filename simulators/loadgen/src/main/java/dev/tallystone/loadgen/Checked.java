package dev.tallystone.loadgen;

/** A command whose options can be judged before it does anything. */
interface Checked {

    /**
     * Asks nobody outside.
     *
     * @throws UsageException
     *             naming the options that cannot be
     */
    void check();
}
