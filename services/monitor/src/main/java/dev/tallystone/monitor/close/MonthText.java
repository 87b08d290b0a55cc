package dev.tallystone.monitor.close;

import dev.tallystone.monitor.close.MonthList.Closing;
import dev.tallystone.monitor.close.MonthList.Line;
import dev.tallystone.monitor.close.MonthList.State;
import dev.tallystone.pricing.Usd;

/** Months for a terminal. */
final class MonthText {

    private MonthText() {}

    static String of(MonthList list) {
        var text = new StringBuilder("%-8s %-7s %18s %14s %12s  %s%n".formatted("month", "state", "effective USD",
                "corrections", "requests", "unpriced"));
        list.months().forEach(line -> text.append(line(line)));
        list.billedIn()
                .ifPresent(month -> text.append("What came after a month was closed is billed in %s.%n"
                        .formatted(month)));
        return text.toString();
    }

    private static String line(Line line) {
        var text = new StringBuilder("%-8s %-7s %18s %14s %12d  %d%n".formatted(line.month(),
                line.state() == State.OPEN ? "open" : "closed", shown(line.costs().effective()),
                shown(line.corrections().effective()), line.requests(), line.unpricedRequests()));
        line.closing().ifPresent(closing -> text.append(closing(closing)));
        return text.toString();
    }

    private static String closing(Closing closing) {
        var text = new StringBuilder("         closed %s, book %s, digest %s%n".formatted(closing.at(), closing.book(),
                closing.digest()));
        closing.incomplete().forEach(lack -> text.append("         accepted: %s%n".formatted(lack)));
        closing.changedFiles()
                .forEach(file -> text.append("         CHANGED since it was signed: %s%n".formatted(file)));
        if (!closing.why().isEmpty()) {
            text.append("         since then: %s: %s%n".formatted(String.join("; ", closing.why()),
                    shown(closing.correction().effective())));
        }
        if (!closing.withheld().isEmpty()) {
            text.append("         WITHHELD: %s%n".formatted(closing.withheld()));
        }
        return text.toString();
    }

    private static String shown(Usd usd) {
        return usd.rounded(4).toPlainString();
    }
}
