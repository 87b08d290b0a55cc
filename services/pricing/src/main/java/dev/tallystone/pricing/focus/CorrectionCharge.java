package dev.tallystone.pricing.focus;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What a closed month should have said more or less, billed in an open one.
 *
 * @param corrected
 *            the charge that it changes, or one of the same kind, Region and price that the month had missed
 * @param counted
 *            difference in what is counted; 0 when only the price changed
 * @param difference
 *            of each cost; may be negative
 * @param billedIn
 *            a month after that of the charge
 * @param why
 *            for people
 */
public record CorrectionCharge(PricedCharge corrected, BigDecimal counted, Costs difference, YearMonth billedIn,
        String why) implements Charge {

    public CorrectionCharge {
        if (!billedIn.isAfter(corrected.period().month())) {
            throw new IllegalArgumentException("%s is corrected in a later month, not in %s"
                    .formatted(corrected.period().month(), billedIn));
        }
        if (corrected instanceof PurchaseCharge && !difference.effective().equals(Usd.ZERO)) {
            throw new IllegalArgumentException("the effective cost of a purchase stays 0, not "
                    + difference.effective());
        }
        if (why.isBlank()) {
            throw new IllegalArgumentException("a correction must say why");
        }
    }
}
