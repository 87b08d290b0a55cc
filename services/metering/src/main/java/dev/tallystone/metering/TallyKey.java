package dev.tallystone.metering;

/**
 * A cell in ten seconds of event time.
 *
 * @param bucket
 *            the number of whole {@link #BUCKET_MS ten-second} steps since 1970
 */
public record TallyKey(long bucket, Cell cell) {

    /** Rolling minutes and burst checks need ten seconds; monitors fold them to minutes. */
    public static final long BUCKET_MS = 10_000;

    /** The bucket of an event time in milliseconds. */
    public static long bucketOf(long occurredAtMs) {
        return Math.floorDiv(occurredAtMs, BUCKET_MS);
    }
}
