package dev.tallystone.board.explain;

import dev.tallystone.board.explain.Explanation.Because;
import dev.tallystone.board.explain.Explanation.Line;
import dev.tallystone.board.explain.Explanation.NotPriced;
import dev.tallystone.board.explain.Explanation.StandingLine;
import dev.tallystone.pricing.Costs;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An explanation for a terminal. Nothing is rounded: it must add up under anybody's pencil. */
public final class ExplanationText {

    private ExplanationText() {}

    /** The sum first, then what makes it up. */
    public static String of(Explanation explanation) {
        var text = new StringBuilder();
        Costs total = explanation.total().costs();
        text.append("%s, %s to %s%n".formatted(explanation.scope(), explanation.from(), explanation.to()));
        text.append("  effective %s   list %s   contracted %s   billed %s%n".formatted(total.effective(), total.list(),
                total.contracted(), total.billed()));
        if (explanation.total().uncertain().isPositive()) {
            text.append("  of which %s rests on prices that are not certain%n"
                    .formatted(explanation.total().uncertain()));
        }
        append(text, explanation.unitCosts());
        text.append('\n');
        explanation.lines().forEach(line -> append(text, line));
        explanation.standing().forEach(line -> append(text, line));
        if (!explanation.notPriced().isEmpty()) {
            text.append("not in the sum\n");
            explanation.notPriced().forEach(missing -> append(text, missing));
        }
        if (!explanation.assumptions().isEmpty()) {
            text.append("rests on\n");
            explanation.assumptions().forEach(assumption -> text.append("  %s%n".formatted(assumption)));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, UnitCosts costs) {
        costs.perRequest()
                .ifPresent(usd -> text.append("  %s a request (%,d)".formatted(usd, costs.requests())));
        costs.perSuccessfulRequest()
                .ifPresent(usd -> text.append("   %s a successful one (%,d)".formatted(usd, costs.successful())));
        costs.perMillionTokens().ifPresent(usd -> text.append("   %s a million tokens".formatted(usd)));
        text.append(costs.requests() == 0 ? "" : "\n");
    }

    private static void append(StringBuilder text, Line line) {
        Because because = line.because();
        text.append("%s  %s, %s, %s%s%n".formatted(line.costs().effective(), line.model(), line.region(), line.mode(),
                line.variant().isEmpty() ? "" : ", " + line.variant()));
        text.append("  = %,d %s x %s per %s%s%n".formatted(line.quantity(), line.measure(), line.contractedUnitPrice(),
                line.per(), line.context().isEmpty() ? "" : " (requests " + line.context() + ")"));
        text.append("  row: %s, %s, from %s: %s%n".formatted(because.rowModel(), because.rowPlace(), because.rowFrom(),
                because.rule()));
        text.append("  source: %s, seen %s, %s%s%s%n".formatted(because.source(), because.seen(), because.evidence(),
                line.certain() ? "" : ", not certain", because.note().isEmpty() ? "" : " (" + because.note() + ")"));
        because.agreement()
                .ifPresent(agreement -> text.append("  agreement: %s; list %s%n".formatted(agreement,
                        line.listUnitPrice())));
    }

    private static void append(StringBuilder text, StandingLine line) {
        text.append("%s  %s, %s, commitment %s%n".formatted(line.costs().effective(), line.model(), line.region(),
                line.id()));
        boolean isAtList = line.costs().list().equals(line.costs().contracted());
        text.append("  = %s%s at %s an hour together, %s%s%n".formatted(line.amount(),
                line.term().map(term -> " of " + term.label()).orElse(""), line.perHour(), line.basis(),
                isAtList ? "" : "; contracted, %s at list".formatted(line.costs().list())));
        if (!line.source().isEmpty() || !line.owner().isEmpty()) {
            text.append("  %s%n".formatted(Stream
                    .of(line.owner().isEmpty() ? "" : "owner: " + line.owner(),
                            line.source().isEmpty() ? "" : "source: " + line.source())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; "))));
        }
    }

    private static void append(StringBuilder text, NotPriced missing) {
        text.append("  %,d %s of %s, %s, %s: %s%n".formatted(missing.quantity(), missing.measure(), missing.model(),
                missing.region(), missing.mode(), missing.why()));
    }
}
