package dev.tallystone.board;

import dev.tallystone.metering.TallyKey;
import dev.tallystone.metering.Window;
import java.time.Instant;

/**
 * The ten-second buckets by which the present pace is judged: the last five minutes, or those since counting began.
 * What was counted late, from before, must not be scaled up to an hour with them.
 *
 * @param endBucket
 *            behind the last full one
 */
record Recent(long fromBucket, long endBucket) {

    private static final long FIVE_MINUTES = Window.FIVE_MINUTES.length().toMillis() / TallyKey.BUCKET_MS;

    static Recent of(Instant asOf, Instant countedSince) {
        long end = TallyKey.bucketOf(asOf.toEpochMilli());
        long counted = Math.ceilDiv(countedSince.toEpochMilli(), TallyKey.BUCKET_MS);
        return new Recent(Math.clamp(counted, end - FIVE_MINUTES, end), end);
    }

    boolean isWhole() {
        return endBucket - fromBucket == FIVE_MINUTES;
    }

    long seconds() {
        return (endBucket - fromBucket) * TallyKey.BUCKET_MS / 1_000;
    }
}
