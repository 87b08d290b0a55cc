package dev.tallystone.board.whatif;

import dev.tallystone.board.Past;
import dev.tallystone.board.PricedTraffic;
import dev.tallystone.board.Used;
import dev.tallystone.board.UsedFilter;
import dev.tallystone.board.whatif.WhatIfAnswer.Cost;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Eligibility;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.rule.Excess;
import dev.tallystone.pricing.rule.ModelUnits;
import dev.tallystone.pricing.rule.PerUse;
import dev.tallystone.pricing.rule.PricingRule;
import dev.tallystone.pricing.rule.Quote;
import dev.tallystone.pricing.rule.ReservedTokens;
import dev.tallystone.recommendation.Rate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Answers one question from the past. */
public final class WhatIfPricer {

    private final Past past;
    private final Pricer pricer;
    private final WhatIf question;
    private final long fullMinutes;
    private final Collection<List<Used>> minutes;
    private final Set<String> refused = new TreeSet<>();

    private WhatIfPricer(Past past, WhatIf question) {
        this.past = past;
        this.pricer = past.pricer();
        this.question = question;
        this.fullMinutes = past.fullMinutes(question.minutes());
        this.minutes = past.countedMinutes(question.minutes(), new UsedFilter(Optional.of(question.model()),
                question.region(), Optional.empty(), Optional.empty())).values();
    }

    /**
     * Answers a question.
     *
     * @throws IllegalArgumentException
     *             when the reserved block is not one that AWS sells
     */
    public static WhatIfAnswer answer(Past past, WhatIf question) {
        return new WhatIfPricer(past, question).answer();
    }

    private WhatIfAnswer answer() {
        Usd asBought = minutes.stream().flatMap(List::stream).map(this::charged).reduce(Usd.ZERO, Usd::plus);
        Collection<List<Used>> work = each(minutes, used -> question.replacement()
                .map(other -> Reshaped.withModel(used, other))
                .orElse(used));
        Usd batch = batch(work);
        Optional<Quote> quote = quote(each(work, used -> Reshaped.rest(used, question.batchShare())));
        return new WhatIfAnswer(QuestionText.of(question), fullMinutes, asBought,
                refused.isEmpty() ? quote.map(found -> cost(found, batch, asBought)) : Optional.empty(),
                List.copyOf(refused), refused.isEmpty() ? quote.flatMap(Quote::use) : Optional.empty(),
                assumptions(quote));
    }

    private Usd charged(Used used) {
        return switch (pricer.charge(used.usage(), used.quantities(), used.epoch())) {
            case Costing.Priced priced -> priced.costs().effective();
            case Costing.Unpriced _ -> Usd.ZERO;
        };
    }

    private Usd batch(Collection<List<Used>> work) {
        return question.batchShare().signum() == 0
                ? Usd.ZERO
                : priced(each(work, used -> Reshaped.share(used, question.batchShare())), PricingOption.BATCH)
                        .traffic()
                        .perUse();
    }

    private PricedTraffic priced(Collection<List<Used>> work, PricingOption option) {
        PricedTraffic priced = PricedTraffic.of(work, fullMinutes, option, pricer);
        refused.addAll(priced.unpriced());
        return priced;
    }

    private Optional<Quote> quote(Collection<List<Used>> work) {
        return rule(work).map(rule -> rule
                .quote(priced(work, question.option().isPerUse() ? question.option() : PricingOption.ON_DEMAND)
                        .traffic()));
    }

    private Optional<PricingRule> rule(Collection<List<Used>> work) {
        if (question.option().isPerUse()) {
            return Optional.of(new PerUse());
        }
        Optional<PriceKey> key = work.stream()
                .flatMap(List::stream)
                .flatMap(used -> used.usage().priceKey().stream())
                .findFirst();
        if (key.isEmpty()) {
            refused.add("no traffic of %s in these minutes".formatted(question.model()));
        }
        return key.flatMap(this::committed);
    }

    private Optional<PricingRule> committed(PriceKey key) {
        int epoch = pricer.epochOf(past.asOf().toEpochMilli());
        if (pricer.verdict(key, question.option(), false, epoch) instanceof Eligibility.Refused refusal) {
            refused.add(refusal.sentence());
            return Optional.empty();
        }
        return question.option().isProvisioned()
                ? pricer.unitHour(key, question.option(), past.asOf())
                        .map(usd -> new ModelUnits(usd, question.units(), capacity(key), excess(key)))
                : reserved(key);
    }

    private Optional<PricingRule> reserved(PriceKey key) {
        Optional<Usd> input = pricer.reservedStep(key, question.option(), PriceRow.RESERVED_INPUT, past.asOf());
        Optional<Usd> output = pricer.reservedStep(key, question.option(), PriceRow.RESERVED_OUTPUT, past.asOf());
        if (input.isEmpty() || output.isEmpty()) {
            refused.add("only one direction has a price");
            return Optional.empty();
        }
        return Optional.of(new ReservedTokens(input.get(), output.get(), question.inputTpm(), question.outputTpm()));
    }

    private Optional<UnitCapacity> capacity(PriceKey key) {
        return question.capacity()
                .or(() -> past.settings()
                        .capacities()
                        .stream()
                        .filter(unit -> unit.baseModel().equals(key.baseModel()))
                        .findFirst());
    }

    /** AWS answers 429 above what units serve; whether callers go on by On-Demand is theirs to know. */
    private Excess excess(PriceKey key) {
        return question.excess()
                .or(() -> past.settings()
                        .commitments()
                        .stream()
                        .filter(owned -> owned.region().equals(key.region()) && owned.isActive(past.asOf())
                                && pricer.baseModel(owned.model(), past.asOf()).equals(key.baseModel()))
                        .flatMap(owned -> owned.excess().stream())
                        .findFirst())
                .orElse(Excess.SPILL);
    }

    private Cost cost(Quote quote, Usd batch, Usd asBought) {
        Usd total = quote.total().plus(batch);
        return new Cost(quote.committed(), quote.overflow(), batch, total, Rate.perHour(total, fullMinutes),
                asBought.minus(total));
    }

    private List<String> assumptions(Optional<Quote> quote) {
        var assumptions = new ArrayList<String>();
        quote.ifPresent(found -> assumptions.addAll(found.assumptions()));
        if (question.batchShare().signum() > 0) {
            assumptions.add("of every call the same share moves to batch, and can wait up to 24 h");
        }
        question.replacement()
                .ifPresent(
                        other -> assumptions.add("one token here is %s of %s, and requests stay in their context class"
                                .formatted(other.tokenFactor().toPlainString(), other.model())));
        assumptions.add("money is " + past.pricer().agreements().told(past.asOf()));
        assumptions.addAll(past.pricer().agreements().warnings(past.asOf()));
        return assumptions;
    }

    private static Collection<List<Used>> each(Collection<List<Used>> minutes, UnaryOperator<Used> change) {
        return minutes.stream().map(entries -> entries.stream().map(change).toList()).toList();
    }
}
