package dev.tallystone.pricing.rule;

import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How well a commitment would be used.
 *
 * @param utilisation
 *            used part of what was committed, 0 to 1, by the dimension that binds in each minute
 * @param idle
 *            US dollars of the committed cost that served nothing
 * @param breakEvenUtilisation
 *            at which the commitment costs as much as the same work per use; above 1 it never does at this mix; absent
 *            without traffic
 * @param minutesAtRisk
 *            minutes that asked for more than was committed
 * @param throttledRequests
 *            about how many requests would not have been served; 0 where the excess spills over
 * @param headroom
 *            the committed amount less what the busiest of 99 in 100 minutes needs, as a share of what is committed;
 *            negative when that minute does not fit
 */
public record CommittedUse(BigDecimal utilisation, Usd idle, Optional<BigDecimal> breakEvenUtilisation,
        long minutesAtRisk, long throttledRequests, BigDecimal headroom) {}
