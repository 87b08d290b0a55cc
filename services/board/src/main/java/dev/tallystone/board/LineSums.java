package dev.tallystone.board;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.Outcome;
import dev.tallystone.metering.Quantities;
import dev.tallystone.metering.Window;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds cells up to one line of the board. */
final class LineSums {

    private final Map<Window, Money> costs = new EnumMap<>(Window.class);
    private final Map<PricingOption, Usd> quotes = new EnumMap<>(PricingOption.class);
    private final Set<PricingOption> notSold = new HashSet<>();
    private final Map<Outcome, Long> requests = new EnumMap<>(Outcome.class);
    private Quantities lastMinute = Quantities.NONE;
    private Quantities lastFiveMinutes = Quantities.NONE;
    private Quantities quantitiesToDate = Quantities.NONE;
    private Money recentCost = Money.NONE;
    private Money today = Money.NONE;
    private Money thisMonth = Money.NONE;
    private Money toDate = Money.NONE;

    void add(CellState cell, Pricer pricer, Recent recent, long today, long firstOfMonth) {
        lastMinute = lastMinute.plus(cell.history().in(Window.ONE_MINUTE));
        lastFiveMinutes = lastFiveMinutes.plus(cell.history().in(Window.FIVE_MINUTES));
        quantitiesToDate = quantitiesToDate.plus(cell.history().toDate());
        for (Window window : Window.ALL) {
            costs.merge(window, cell.cost(window, pricer), Money::plus);
        }
        recentCost = recentCost.plus(cell.cost(recent, pricer));
        this.today = this.today.plus(cell.costOfDays(today, today + 1, pricer));
        thisMonth = thisMonth.plus(cell.costOfDays(firstOfMonth, today + 1, pricer));
        toDate = toDate.plus(cell.costOfDays(Long.MIN_VALUE, Long.MAX_VALUE, pricer));
        requests.merge(cell.cell().outcome(), cell.history().in(Window.ONE_HOUR).get(Measure.REQUESTS), Long::sum);
    }

    /** What the recent work would cost by each option, until one of the cells has no price of it. */
    void addQuotes(CellState cell, Recent recent, Pricer pricer) {
        Quantities quantities = cell.in(recent);
        PricingOption.PER_USE.stream()
                .filter(option -> !notSold.contains(option))
                .forEach(option -> addQuote(option, cell.quote(option, quantities, pricer),
                        cell.isSold(option, pricer)));
    }

    /** A cell without work has no price to miss, yet must not make an option look sold for nothing. */
    private void addQuote(PricingOption option, Costing quote, boolean sold) {
        switch (quote) {
            case Costing.Priced priced when sold -> quotes.merge(option, priced.costs().effective(), Usd::plus);
            case Costing.Priced _ -> {
            }
            case Costing.Unpriced _ -> {
                notSold.add(option);
                quotes.remove(option);
            }
        }
    }

    Quantities lastMinute() {
        return lastMinute;
    }

    Quantities lastFiveMinutes() {
        return lastFiveMinutes;
    }

    Quantities quantitiesToDate() {
        return quantitiesToDate;
    }

    Map<Window, Money> costs() {
        return costs;
    }

    Map<PricingOption, Usd> quotes() {
        return quotes;
    }

    Map<Outcome, Long> requests() {
        return requests;
    }

    Money recentCost() {
        return recentCost;
    }

    Money today() {
        return today;
    }

    Money thisMonth() {
        return thisMonth;
    }

    Money toDate() {
        return toDate;
    }
}
