package dev.tallystone.loadgen;

/** How long a load lasts, in steps of its workload. */
record RunLength(long steps) {

    /** Reads a duration or {@code forever}. */
    static RunLength parse(String text) {
        return new RunLength(text.equals("forever")
                ? LoadSettings.FOREVER
                : LoadSettings.stepsIn(Durations.parse(text)));
    }
}
