package dev.tallystone.board.unitcosts;

import dev.tallystone.board.explain.UnitCosts;
import dev.tallystone.board.unitcosts.UnitEconomics.Line;
import dev.tallystone.board.unitcosts.UnitEconomics.PerOne;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Unit costs for a terminal, rounded half-even; shares are rounded down, so that 100 % is all. */
public final class UnitEconomicsText {

    private static final int COST_DECIMALS = 4;
    private static final int UNIT_DECIMALS = 6;
    private static final int NAME = 44;
    private static final String ROW = "%-" + NAME + "s %14s %12s %12s %12s %12s %10s%n";

    private final StringBuilder text = new StringBuilder();

    private UnitEconomicsText() {}

    /** The total first, then who and what, then what the user counts. */
    public static String of(UnitEconomics economics) {
        return new UnitEconomicsText().write(economics);
    }

    private String write(UnitEconomics economics) {
        text.append("%s, %s to %s, effective US dollars%n".formatted(economics.scope(), economics.from(),
                economics.to()));
        text.append(ROW.formatted("", "cost", "a request", "a good one", "1K tokens", "1M tokens", "priced"));
        append(economics.total());
        table("models", economics.models());
        table("teams", economics.teams());
        if (!economics.denominators().isEmpty()) {
            text.append("one of\n");
            economics.denominators().forEach(this::append);
        }
        economics.notes().forEach(note -> text.append("note: %s%n".formatted(note)));
        return text.toString();
    }

    private void table(String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            text.append(title).append('\n');
            lines.forEach(this::append);
        }
    }

    private void append(Line line) {
        UnitCosts costs = line.unitCosts();
        text.append(ROW.formatted(line.name(), cost(line), unit(costs.perRequest(), UNIT_DECIMALS),
                unit(costs.perSuccessfulRequest(), UNIT_DECIMALS), unit(costs.perThousandTokens(), UNIT_DECIMALS),
                unit(costs.perMillionTokens(), COST_DECIMALS), share(line.pricedTokens(), costs.tokens())));
        line.absent().forEach(why -> text.append("    %s%n".formatted(why)));
        if (line.ownedRequests() > 0 && costs.requests() > 0) {
            text.append("    without %,d requests that owned units served%n".formatted(line.ownedRequests()));
        }
    }

    private static String cost(Line line) {
        if (line.ownedRequests() > 0 && line.unitCosts().requests() == 0 && !line.cost().usd().isPositive()) {
            return "-"; // its owned units cost something, though not here
        }
        return line.cost().usd().isPositive() || line.cost().unpriced().isEmpty()
                ? line.cost().usd().rounded(COST_DECIMALS).toPlainString()
                : "unpriced";
    }

    private static String unit(Optional<Usd> usd, int decimals) {
        return usd.map(each -> each.rounded(decimals).toPlainString()).orElse("-");
    }

    /** By tokens, in percent. */
    private static String share(long part, long whole) {
        return whole == 0
                ? "-"
                : BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.FLOOR)
                        .toPlainString() + " %";
    }

    private void append(PerOne one) {
        Coverage coverage = one.coverage();
        text.append("  %s: %s%n".formatted(one.denominator(), one.perOne()
                .map(usd -> "$" + usd.rounded(UNIT_DECIMALS).toPlainString())
                .orElse("-")));
        one.cost().ifPresent(cost -> append(cost, coverage));
        one.notes().forEach(note -> text.append("    %s%n".formatted(note)));
        coverage.leftOut().forEach(why -> text.append("    left out: %s%n".formatted(why)));
    }

    private void append(Line cost, Coverage coverage) {
        text.append("    = %s / %s, %s%s%n".formatted(cost(cost), coverage.value().toPlainString(),
                coverage.whole() ? "the whole window" : "a part of the window: ",
                coverage.whole()
                        ? ""
                        : coverage.runs()
                                .stream()
                                .map(Stretch::toString)
                                .collect(
                                        Collectors.joining(", "))));
    }
}
