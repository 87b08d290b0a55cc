package dev.tallystone.board.whatif;

import dev.tallystone.board.whatif.WhatIfAnswer.Cost;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.rule.CommittedUse;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An answer for a terminal. Money is rounded to four decimals, half to even. */
public final class WhatIfText {

    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private WhatIfText() {}

    /** Question, cost, and what it rests on. */
    public static String of(WhatIfAnswer answer) {
        var text = new StringBuilder();
        text.append("%s (last %,d full minute%s; not a bill)%n".formatted(answer.question(), answer.minutes(),
                answer.minutes() == 1 ? "" : "s"));
        text.append("  as bought        %14s%n".formatted(money(answer.asBought())));
        answer.cost().ifPresent(cost -> append(text, cost));
        answer.refused().forEach(why -> text.append("  no cost: %s%n".formatted(why)));
        answer.use().ifPresent(use -> append(text, use));
        answer.assumptions().forEach(assumption -> text.append("  rests on: %s%n".formatted(assumption)));
        return text.toString();
    }

    private static void append(StringBuilder text, Cost cost) {
        text.append("  committed        %14s%n".formatted(money(cost.committed())));
        text.append("  per use          %14s%n".formatted(money(cost.perUse())));
        text.append("  batch            %14s%n".formatted(money(cost.batch())));
        text.append("  together         %14s   %s an hour%n".formatted(money(cost.total()), money(cost.perHour())));
        text.append("  saves            %14s%n".formatted(money(cost.saving())));
    }

    private static void append(StringBuilder text, CommittedUse use) {
        text.append("  used             %12s %%   idle %s%n".formatted(percent(use.utilisation()), money(use.idle())));
        text.append("  pays from        %14s%n".formatted(use.breakEvenUtilisation()
                .map(even -> even.compareTo(BigDecimal.ONE) > 0 ? "never at this mix" : percent(even) + " %")
                .orElse("no traffic")));
        text.append("  headroom         %12s %%   in 99 of 100 minutes; %,d minutes ask for more%n".formatted(
                percent(use.headroom()), use.minutesAtRisk()));
        if (use.throttledRequests() > 0) {
            text.append("  refused          %,14d requests, about%n".formatted(use.throttledRequests()));
        }
    }

    private static String money(Usd usd) {
        return "$" + usd.rounded(DECIMALS).toPlainString();
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
