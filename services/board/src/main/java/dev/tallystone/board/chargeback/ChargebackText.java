package dev.tallystone.board.chargeback;

import dev.tallystone.board.chargeback.OwnedUnits.Hour;
import dev.tallystone.board.chargeback.OwnedUnits.Line;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import java.util.Locale;

/** Chargeback for a terminal: effective cost, rounded to four decimals, half to even. JSON has every digit. */
public final class ChargebackText {

    private static final int DECIMALS = 4;

    private ChargebackText() {}

    /** Sums by line, then every hour with its methods. */
    public static String of(Chargeback chargeback) {
        var text = new StringBuilder();
        for (OwnedUnits owned : chargeback.commitments()) {
            text.append(text.isEmpty() ? "" : "\n");
            append(text, owned);
        }
        if (chargeback.commitments().isEmpty()) {
            text.append("no units are owned (commitments in the configuration)\n");
        }
        return text.append(
                "%nEffective cost in US dollars, at the prices stated for the units. Only hours of which every minute is known, until %s; "
                        .formatted(chargeback.to()))
                .append("the oldest tally is of %s. chargeback.idle: %s%n".formatted(chargeback.since(),
                        chargeback.idle().label()))
                .toString();
    }

    private static void append(StringBuilder text, OwnedUnits owned) {
        int hours = owned.hours().size();
        text.append("%s: %d unit%s of %s in %s, %d full hour%s, $%s%n".formatted(owned.id(), owned.units(),
                owned.units() == 1 ? "" : "s", owned.model(), owned.region(), hours, hours == 1 ? "" : "s",
                money(owned.total().effective())));
        for (Line line : owned.lines()) {
            text.append("  %-24s %-6s %14s%n".formatted(line.line(), word(line.use()),
                    money(line.costs().effective())));
        }
        owned.hours().forEach(hour -> append(text, hour));
    }

    private static void append(StringBuilder text, Hour hour) {
        text.append("  hour from %s%n".formatted(hour.start()));
        for (AllocatedRow row : hour.rows()) {
            text.append("    %-22s %-6s %14s  %s%n".formatted(row.line(), word(row.use()),
                    money(row.costs().effective()), row.method()));
        }
    }

    private static String word(Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    private static String money(Usd usd) {
        return usd.rounded(DECIMALS).toPlainString();
    }
}
