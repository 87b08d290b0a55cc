package dev.tallystone.workload;

/**
 * Turns the workload's one seed into many: one for each event of each stream and each purpose. Purposes do not share a
 * seed, so that asking whether an event is sent twice says nothing about, and costs nothing of, its contents.
 */
record Seeds(long seed, int stream) {

    /** What chance decides about one event. */
    enum Purpose {
        ID_HIGH,
        ID_LOW,
        CONTENTS,
        OFFSET,
        COPY,
        LATENESS,
        BREAKAGE,
        BROKEN_ID_HIGH,
        BROKEN_ID_LOW
    }

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** For one purpose, different for every event: each stage maps one to one. */
    long of(Purpose purpose, long event) {
        long stage = mix(mix(seed) + stream * GOLDEN_GAMMA);
        stage = mix(stage + purpose.ordinal() * GOLDEN_GAMMA);
        return mix(stage + event * GOLDEN_GAMMA);
    }

    /** The finaliser of SplitMix64 (Stafford's variant 13): spreads every bit over all others, one to one. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
