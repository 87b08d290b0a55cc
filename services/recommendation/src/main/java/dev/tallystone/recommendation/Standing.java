package dev.tallystone.recommendation;

import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether a recommendation stands, folded minute by minute: a pure function of the minutes, so every replica comes to
 * the same answer, at any time and after any restart. One fold, one thread.
 */
public final class Standing {

    private final Rules rules;
    private long metMinutes;
    private boolean stands;
    private long sinceMinute;

    public Standing(Rules rules) {
        this.rules = rules;
    }

    /** Takes the next full minute: what an hour of the work costs now, and what the option would save of it. */
    public void next(long minute, Usd costPerHour, Usd savingPerHour) {
        next(minute, costPerHour, savingPerHour, savingPerHour);
    }

    /**
     * The same, for an option that is dear to begin: {@code savingPerHour} decides whether it comes to stand,
     * {@code savingOnceBegun} whether it is withdrawn.
     */
    public void next(long minute, Usd costPerHour, Usd savingPerHour, Usd savingOnceBegun) {
        next(minute, isLargeEnough(costPerHour, savingPerHour, BigDecimal.ONE),
                !isLargeEnough(costPerHour, savingOnceBegun, Rules.WITHDRAW_FACTOR));
    }

    /**
     * The same, for what saves nothing.
     *
     * @param met
     *            must hold for the stated time before it stands
     * @param clearlyMissed
     *            withdraws it at once
     */
    public void next(long minute, boolean met, boolean clearlyMissed) {
        metMinutes = met ? metMinutes + 1 : 0;
        if (!stands && met && metMinutes >= Math.max(1, rules.hold().toMinutes())) {
            stands = true;
            sinceMinute = minute + 1;
        } else if (stands && clearlyMissed) {
            stands = false;
        }
    }

    private boolean isLargeEnough(Usd costPerHour, Usd savingPerHour, BigDecimal factor) {
        Usd absolute = new Usd(rules.minSavingUsdPerHour().multiply(factor));
        Usd relative = costPerHour.times(rules.minSavingRatio().multiply(factor));
        return savingPerHour.isPositive() && savingPerHour.compareTo(absolute) >= 0
                && savingPerHour.compareTo(relative) >= 0;
    }

    /** The minute at whose beginning it came to stand, if it does. */
    public Optional<Long> since() {
        return stands ? Optional.of(sinceMinute) : Optional.empty();
    }

    /** Whether the thresholds are met now, even if not yet for long enough. */
    public boolean isPending() {
        return !stands && metMinutes > 0;
    }
}
