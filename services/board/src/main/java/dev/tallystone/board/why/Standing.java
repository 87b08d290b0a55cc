package dev.tallystone.board.why;

import dev.tallystone.pricing.Usd;

/** What accrues by the calendar, in both periods. */
record Standing(Usd before, Usd after) {

    Usd change() {
        return after.minus(before);
    }

    String sentence() {
        return "owned units and other standing charges " + Figures.went(before, after);
    }
}
