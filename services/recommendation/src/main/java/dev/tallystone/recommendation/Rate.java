package dev.tallystone.recommendation;

import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.MathContext;

/** Money by the hour, from a stretch of minutes. A rate is an estimate to compare by, so it is rounded to 20 digits. */
public final class Rate {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    private static final MathContext DIGITS = new MathContext(20);

    private Rate() {}

    /** What a stretch comes to in an hour. */
    public static Usd perHour(Usd total, long minutes) {
        return minutes == 0
                ? Usd.ZERO
                : new Usd(total.amount().multiply(MINUTES_PER_HOUR).divide(BigDecimal.valueOf(minutes), DIGITS));
    }
}
