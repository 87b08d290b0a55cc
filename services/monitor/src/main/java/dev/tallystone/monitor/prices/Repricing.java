package dev.tallystone.monitor.prices;

import dev.tallystone.board.Money;
import dev.tallystone.board.Past;
import dev.tallystone.board.Span;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What another book would make of the months that are kept.
 *
 * @param applied
 *            whether it is in force now
 * @param heldRows
 *            how many rows of the file are behind it
 */
public record Repricing(boolean applied, int heldRows, List<MonthLine> months) {

    /**
     * A model's month, before and after, in effective US dollars.
     *
     * @param closed
     *            whether it stays as it was signed, and the change is a correction
     * @param unpricedBefore
     *            why a part had no price
     */
    public record MonthLine(YearMonth month, boolean closed, String model, Usd before, Usd after, Usd change,
            Set<String> unpricedBefore, Set<String> unpricedAfter) {

        boolean isOther() {
            return !before.equals(after) || !unpricedBefore.equals(unpricedAfter);
        }
    }

    public Repricing {
        months = List.copyOf(months);
    }

    /**
     * Compares two books over the same sums, which must be cut at the changes of both. Months without a difference are
     * left out.
     */
    public static Repricing of(Past past, PriceBook inForce, int heldRows, boolean applied,
            Predicate<YearMonth> isClosed) {
        YearMonth first = YearMonth.from(LocalDate.ofInstant(past.since(), ZoneOffset.UTC));
        YearMonth last = YearMonth.from(LocalDate.ofInstant(past.asOf(), ZoneOffset.UTC));
        Pricer before = past.pricedBy(inForce);
        List<MonthLine> lines = Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .flatMap(month -> lines(month, isClosed.test(month), past, before))
                .toList();
        return new Repricing(applied, heldRows, lines);
    }

    private static Stream<MonthLine> lines(YearMonth month, boolean closed, Past past, Pricer before) {
        var old = new TreeMap<String, Money>();
        var now = new TreeMap<String, Money>();
        for (Used used : past.in(new Span.Days(month.atDay(1), month.plusMonths(1).atDay(1)), UsedFilter.ALL)) {
            add(old, used, before);
            add(now, used, past.pricer());
        }
        return now.keySet().stream().map(model -> line(month, closed, model, old, now)).filter(MonthLine::isOther);
    }

    private static void add(Map<String, Money> costs, Used used, Pricer pricer) {
        costs.merge(used.usage().model(),
                Money.NONE.plus(pricer.charge(used.usage(), used.quantities(), used.epoch())), Money::plus);
    }

    private static MonthLine line(YearMonth month, boolean closed, String model, Map<String, Money> old,
            Map<String, Money> now) {
        Money one = old.getOrDefault(model, Money.NONE);
        Money other = now.getOrDefault(model, Money.NONE);
        return new MonthLine(month, closed, model, one.usd(), other.usd(), other.usd().minus(one.usd()), one.unpriced(),
                other.unpriced());
    }

    /** For a terminal. */
    public String text() {
        var text = new StringBuilder("%d row%s of the file would change the past%s%n".formatted(heldRows,
                heldRows == 1 ? "" : "s", applied ? ": they are in force now" : ""));
        months.forEach(line -> text.append("  %s  %-45s %16s -> %16s  %s%n".formatted(line.month, line.model,
                line.before.rounded(4), line.after.rounded(4),
                remarks(line))));
        return text.append(months.isEmpty() ? "  no month that is kept would cost anything else\n" : "").toString();
    }

    private static String remarks(MonthLine line) {
        String closed = line.closed ? "closed: the change is a correction" : "";
        return Stream.concat(Stream.of(closed), line.unpricedAfter.stream())
                .filter(remark -> !remark.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
