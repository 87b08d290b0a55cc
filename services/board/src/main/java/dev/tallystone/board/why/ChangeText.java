package dev.tallystone.board.why;

import dev.tallystone.board.why.Change.Action;
import dev.tallystone.board.why.Change.LeftOut;
import dev.tallystone.board.why.Change.Mover;
import dev.tallystone.board.why.Change.Term;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A change for a terminal or a mail, at most {@value #WIDTH} columns wide. Every amount is rounded half-even by itself,
 * so that each is as near to the truth as it can be; where the shown terms then miss the shown change, a line
 * {@code rounding} holds the difference, and the column adds up.
 */
public final class ChangeText {

    /** The longest line. */
    public static final int WIDTH = 80;

    private static final int LABEL = 40;
    private static final int AMOUNT = 18;
    private static final String ROW = "%-" + LABEL + "s%" + AMOUNT + "s%" + AMOUNT + "s";

    private static final int MAX_LEFT_OUT = 10;
    private static final Comparator<LeftOut> BY_REQUESTS = Comparator
            .comparingLong((LeftOut each) -> Math.max(each.requestsBefore(), each.requestsAfter()))
            .reversed();

    private final Change change;
    private final int decimals;
    private final Lines lines = new Lines(WIDTH);

    private ChangeText(Change change, int decimals) {
        this.change = change;
        this.decimals = decimals;
    }

    /**
     * With amounts rounded to so many decimals.
     *
     * @param decimals
     *            from 0 to 12
     */
    public static String of(Change change, int decimals) {
        if (decimals < 0 || decimals > Steps.STATE_DECIMALS) {
            throw new IllegalArgumentException(
                    "decimals must be 0 to %d, not %d".formatted(Steps.STATE_DECIMALS, decimals));
        }
        return new ChangeText(change, decimals).text();
    }

    private String text() {
        lines.wrap("",
                "From %s until %s, compared with %s until %s; UTC, effective cost in US dollars, %s, rounded to %d decimals."
                        .formatted(change.after().from(), change.after().to(), change.before().from(),
                                change.before().to(), change.basis(), decimals));
        lines.blank();
        table();
        sentences();
        movers("Callers", change.callers());
        movers("Teams", change.teams());
        lines.blank();
        lines.wrap("Action: ", change.action().map(this::sentence).orElse("none, nothing became dearer"));
        leftOut();
        return lines.text();
    }

    private void table() {
        BigDecimal running = shown(change.before().usd());
        row("", "change", "cost");
        row("before", "", amount(running));
        for (Term term : change.terms()) {
            running = running.add(shown(term.usd()));
            row(term.cause().label(), signed(shown(term.usd())), amount(running));
        }
        BigDecimal after = shown(change.after().usd());
        if (running.compareTo(after) != 0) {
            row("rounding", signed(after.subtract(running)), amount(after));
        }
        row("after", signed(after.subtract(shown(change.before().usd()))), amount(after));
    }

    private void row(String label, String amount, String cost) {
        lines.add(ROW.formatted(label, amount, cost));
    }

    private void sentences() {
        lines.blank();
        change.terms()
                .stream()
                .filter(term -> !term.usd().equals(Usd.ZERO))
                .forEach(term -> lines.wrap(term.cause().label() + ": ", term.sentence()));
    }

    private void movers(String title, List<Mover> movers) {
        if (!movers.isEmpty()) {
            lines.blank();
            lines.add(ROW.formatted(title, "change", "cost"));
            movers.forEach(mover -> lines.add(ROW.formatted(lines.fit(mover.name(), LABEL),
                    signed(shown(mover.change())), amount(shown(mover.after())))));
        }
    }

    private String sentence(Action action) {
        return "%s (%s)".formatted(action.sentence(), signed(shown(action.usd())));
    }

    private void leftOut() {
        if (!change.leftOut().isEmpty()) {
            lines.blank();
            lines.add("Not compared, for want of a price:");
            change.leftOut()
                    .stream()
                    .sorted(BY_REQUESTS)
                    .limit(MAX_LEFT_OUT)
                    .forEach(
                            each -> lines.wrap("  ", sentence(each)));
            int more = change.leftOut().size() - MAX_LEFT_OUT;
            if (more > 0) {
                lines.add("  and %d more".formatted(more));
            }
        }
    }

    private static String sentence(LeftOut each) {
        return "%s: %s (requests: %s before, %s after)".formatted(each.model(), each.why(),
                Figures.count(each.requestsBefore()), Figures.count(each.requestsAfter()));
    }

    private BigDecimal shown(Usd usd) {
        return usd.amount().setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private String amount(BigDecimal usd) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", usd);
    }

    private String signed(BigDecimal usd) {
        return (usd.signum() > 0 ? "+" : "") + amount(usd);
    }
}
