package dev.tallystone.pricing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Owned model units. They are billed by the hour from start to end, used or not, without any event that says so.
 * Started hours count whole: an assumption, since AWS says only "per hour".
 *
 * @param model
 *            the provisioned model's ARN, by which its calls are known
 * @param end
 *            absent while it runs on
 */
public record Commitment(String id, String account, String region, String model, long units, PricingOption term,
        Usd usdPerUnitHour, Instant start, Optional<Instant> end) {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    public Commitment {
        if (units < 1 || !term.isProvisioned()) {
            throw new IllegalArgumentException("commitment %s must own units under a provisioned term, not %d under %s"
                    .formatted(id, units, term.label()));
        }
    }

    /** Whether it is owned at a time. */
    public boolean isActive(Instant at) {
        return !at.isBefore(start) && end.map(at::isBefore).orElse(true);
    }

    /** What an hour costs. */
    public Usd perHour() {
        return usdPerUnitHour.times(units);
    }

    /** What has accrued within {@code [from, to)}: every hour that started in it, counted from {@link #start}. */
    public Usd accrued(Instant from, Instant to) {
        return perHour().times(Math.max(0, hoursStartedBefore(to) - hoursStartedBefore(from)));
    }

    private long hoursStartedBefore(Instant at) {
        Instant last = end.filter(ended -> ended.isBefore(at)).orElse(at);
        long ownedMs = last.toEpochMilli() - start.toEpochMilli();
        return ownedMs <= 0 ? 0 : Math.ceilDiv(ownedMs, HOUR_MS);
    }
}
