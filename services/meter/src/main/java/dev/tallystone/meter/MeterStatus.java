package dev.tallystone.meter;

/**
 * How a meter is doing, since it started. An immutable value: the meter's thread publishes one after each round.
 *
 * @param assigned
 *            partitions that the group gave to this meter, −1 before the first round
 * @param open
 *            of these, those that count
 * @param records
 *            read
 * @param commits
 *            transactions that hold
 * @param reopenings
 *            how often memory was dropped and read back
 * @param misplaced
 *            of what was committed, records whose key another partitioner placed: their copies may not be recognised
 * @param foldedTexts
 *            of what was committed, texts beyond the bound on distinct ones, counted as {@code ~other}
 * @param idsHeld
 *            by which copies are recognised
 */
public record MeterStatus(int assigned, int open, long records, long commits, long reopenings, long misplaced,
        long foldedTexts, long idsHeld) {

    /** Before the first round. */
    public static final MeterStatus STARTING = new MeterStatus(-1, 0, 0, 0, 0, 0, 0, 0);

    /** Whether all that was assigned is counted. */
    public boolean isReady() {
        return assigned >= 0 && open == assigned;
    }
}
