package dev.tallystone.recommendation;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * When a saving is worth telling. It must be large enough both ways for a while before it stands, and fall clearly, to
 * half, before it is withdrawn, so that advice does not flap.
 *
 * @param minSavingRatio
 *            of what the subject costs now, 0 to 1
 * @param minSavingUsdPerHour
 *            US dollars an hour
 * @param hold
 *            how long both must be met
 * @param batchDeadline
 *            a caller who can wait this long can use batch inference, which answers within 24 hours
 */
public record Rules(BigDecimal minSavingRatio, BigDecimal minSavingUsdPerHour, Duration hold, Duration batchDeadline) {

    /** Of the thresholds; below it a standing recommendation is withdrawn. */
    public static final BigDecimal WITHDRAW_FACTOR = new BigDecimal("0.5");

    public Rules {
        if (minSavingRatio.signum() < 0 || minSavingRatio.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "advice.min_saving_ratio must lie between 0 and 1, not " + minSavingRatio);
        }
        if (minSavingUsdPerHour.signum() < 0 || hold.isNegative()) {
            throw new IllegalArgumentException(
                    "advice.min_saving_usd_per_hour and advice.hold must not be negative: %s, %s"
                            .formatted(minSavingUsdPerHour, hold));
        }
    }
}
