package dev.tallystone.board.chargeback;

import dev.tallystone.board.chargeback.Chargeback.Owed;
import dev.tallystone.board.chargeback.DividedCharge.Line;
import dev.tallystone.board.chargeback.DividedCharge.Part;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.allocation.AllocatedRow;
import dev.tallystone.pricing.allocation.AllocatedRow.Use;
import java.util.List;
import java.util.Locale;

/** Chargeback for a terminal: effective cost, rounded to four decimals, half to even. JSON has every digit. */
public final class ChargebackText {

    private static final int DECIMALS = 4;

    private final StringBuilder text = new StringBuilder();

    private ChargebackText() {}

    /** Sums over all charges, then each charge, then its hours or days with their methods. */
    public static String of(Chargeback chargeback) {
        return new ChargebackText().write(chargeback);
    }

    private String write(Chargeback chargeback) {
        if (chargeback.charges().isEmpty()) {
            return "nothing is owned (commitments, reserved, model_storage and import_units in the configuration)\n";
        }
        text.append("standing charges, %s, from %s until %s: $%s%n".formatted(chargeback.window(), chargeback.from(),
                chargeback.to(),
                money(chargeback.total().effective())));
        for (Owed owed : chargeback.lines()) {
            text.append(
                    "  %-24s %-9s %14s%n".formatted(owed.line(), word(owed.use()), money(owed.costs().effective())));
        }
        chargeback.charges().forEach(this::write);
        text.append(
                ("%nEffective cost in US dollars, at the prices stated for what is owned. An hour belongs to where it begins; the oldest tally is of %s. "
                        + "chargeback.idle: %s%n").formatted(chargeback.since(), chargeback.idle().label()));
        if (chargeback.countedSince().isAfter(chargeback.from())) {
            text.append("Counting began at %s: of calls before then only what was imported is known.%n"
                    .formatted(chargeback.countedSince()));
        }
        return text.toString();
    }

    private void write(DividedCharge charge) {
        text.append("%n%s: %s of %s in %s, %s, $%s%n".formatted(charge.id(), charge.amount(), charge.model(),
                charge.region(),
                charge.owner().isEmpty() ? "of nobody" : "of " + charge.owner(), money(charge.total().effective())));
        for (Line line : charge.lines()) {
            text.append("  %-24s %-9s %14s  %s%s%n".formatted(line.line(), word(line.use()),
                    money(line.costs().effective()),
                    line.basis().label(), hours(line.hours())));
        }
        charge.parts().forEach(this::write);
    }

    private void write(Part part) {
        text.append("  from %s%n".formatted(part.from()));
        List<AllocatedRow> rows = part.rows();
        rows.forEach(row -> text.append("    %-22s %-9s %14s  %s%n".formatted(row.line(), word(row.use()),
                money(row.costs().effective()), row.method())));
    }

    private static String hours(long hours) {
        return hours == 0 ? "" : ", %d hour%s".formatted(hours, hours == 1 ? "" : "s");
    }

    private static String word(Use use) {
        return use.name().toLowerCase(Locale.ROOT);
    }

    private static String money(Usd usd) {
        return usd.rounded(DECIMALS).toPlainString();
    }
}
