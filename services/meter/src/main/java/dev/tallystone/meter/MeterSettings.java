package dev.tallystone.meter;

import dev.tallystone.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * How a meter counts.
 *
 * @param kafka
 *            client properties, {@code bootstrap.servers} at least
 * @param slot
 *            a stable name for this process, which lets it return within seconds after a kill; {@code ""} for none
 * @param startAt
 *            where a new ledger begins
 * @param commitInterval
 *            longest time from reading a record to its commit
 * @param horizon
 *            how long after its last arrival a slice of ids is kept
 * @param maxIds
 *            of the whole process
 * @param metadataKeys
 *            of {@code requestMetadata} that become part of the caller, at most four
 */
public record MeterSettings(Map<String, String> kafka, Ledger ledger, String slot, StartAt startAt,
        Duration commitInterval, Duration horizon, int maxIds, List<String> metadataKeys) {

    /** Of every receipt this release writes. */
    static final String VERSION = "0.1";

    private static final int MAX_METADATA_KEYS = 4;

    /** Where a ledger without receipts begins to count. */
    public enum StartAt {
        EARLIEST,
        LATEST
    }

    public MeterSettings {
        kafka = Map.copyOf(kafka);
        metadataKeys = List.copyOf(metadataKeys);
        if (commitInterval.toMillis() < 10 || commitInterval.toMillis() > 60_000) {
            throw new IllegalArgumentException(
                    "meter.commit_interval must lie between 10 ms and 1 m, not " + commitInterval);
        }
        if (horizon.compareTo(Duration.ofMinutes(10)) < 0) {
            throw new IllegalArgumentException("dedupe.horizon must be at least one slice of 10 m, not " + horizon);
        }
        if (maxIds < 1_000) {
            throw new IllegalArgumentException("dedupe.max_ids must be at least 1000, not " + maxIds);
        }
        if (metadataKeys.size() > MAX_METADATA_KEYS) {
            throw new IllegalArgumentException("meter.metadata_keys must name at most %d keys, not %d: %s"
                    .formatted(MAX_METADATA_KEYS, metadataKeys.size(), metadataKeys));
        }
    }

    /** A short hash of what changes counts: it stands in every receipt, so a change of settings can be found later. */
    String digest() {
        String counted = horizon + "|" + maxIds + "|" + metadataKeys;
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(counted.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
