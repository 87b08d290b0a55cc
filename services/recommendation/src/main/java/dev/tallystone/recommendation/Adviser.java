package dev.tallystone.recommendation;

import dev.tallystone.pricing.Agreement;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.Pricer;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.ProvisionedSizing;
import dev.tallystone.pricing.UnitCapacity;
import dev.tallystone.pricing.UnitPrice;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import dev.tallystone.pricing.standing.Commitment;
import dev.tallystone.recommendation.batch.BatchAdvice;
import dev.tallystone.recommendation.provisioned.CustomModelAdvice;
import dev.tallystone.recommendation.provisioned.OwnedUnits;
import dev.tallystone.recommendation.provisioned.ProvisionedAdvice;
import dev.tallystone.recommendation.provisioned.TermPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Weighs every option that is sold for a subject. A pure function of the minutes, the book and the rules. */
public final class Adviser {

    private static final Set<String> TOLD = Set.of("input", "output", "images");

    private final Pricer pricer;
    private final Map<String, UnitCapacity> capacities;
    private final List<Commitment> commitments;
    private final BatchAdvice batch;
    private final ProvisionedAdvice provisioned;
    private final CustomModelAdvice custom;

    /** Of the pricer's thread. Prices are the buyer's: contracted where an agreement holds, else at list. */
    public Adviser(Pricer pricer, List<UnitCapacity> capacities, List<Commitment> commitments, Rules rules) {
        this.pricer = pricer;
        this.commitments = List.copyOf(commitments);
        this.capacities = capacities.stream()
                .collect(Collectors.toUnmodifiableMap(UnitCapacity::baseModel, Function.identity()));
        this.batch = new BatchAdvice(rules);
        this.provisioned = new ProvisionedAdvice(rules);
        this.custom = new CustomModelAdvice(rules);
    }

    /**
     * Everything that can be said of a subject, whether it stands or not. Nothing when no other option is sold, and
     * nothing of units while nobody has stated what one serves.
     */
    public List<Recommendation> advise(Demand demand) {
        if (demand.minutes().isEmpty()) {
            return List.of();
        }
        Instant at = Instant.ofEpochSecond(demand.endMinute() * 60);
        var advice = new ArrayList<Recommendation>();
        List<String> batchPrices = prices(demand.key(), PricingOption.BATCH, at);
        if (!batchPrices.isEmpty()) {
            advice.addAll(batch.advise(demand, batchPrices));
        }
        UnitCapacity capacity = capacities.get(demand.key().baseModel());
        if (capacity != null) {
            units(demand, new ProvisionedSizing(capacity), at).ifPresent(advice::add);
        }
        String basis = "money is " + pricer.agreements().told(at);
        return advice.stream().map(each -> each.assuming(basis)).toList();
    }

    private Optional<Recommendation> units(Demand demand, ProvisionedSizing sizing, Instant at) {
        List<TermPrice> terms = terms(demand.key(), at);
        return demand.custom()
                ? custom.advise(demand, sizing, terms, OwnedUnits.of(commitments, demand.subject(), at))
                : provisioned.advise(demand, sizing, terms);
    }

    private List<String> prices(PriceKey key, PricingOption option, Instant at) {
        return pricer.pricesOf(key, option, pricer.epochOf(at.toEpochMilli()))
                .stream()
                .filter(price -> TOLD.contains(price.row().measure()))
                .map(this::describe)
                .toList();
    }

    private List<TermPrice> terms(PriceKey key, Instant at) {
        return PricingOption.PROVISIONED.stream()
                .flatMap(term -> pricer.pricesOf(key, term, pricer.epochOf(at.toEpochMilli()))
                        .stream()
                        .map(price -> new TermPrice(term, new Usd(price.contracted()), describe(price))))
                .toList();
    }

    private String describe(UnitPrice price) {
        PriceRow row = price.row();
        PriceBook.Source source = pricer.book().sources().get(row.source());
        return "%s %s %s per %s (%s)%s".formatted(row.option().label(), row.measure(), row.usd(), row.per() == 1
                ? "one"
                : "%,d".formatted(row.per()), source == null ? row.source() : source.title() + ", " + source.seen(),
                price.agreement().map(agreement -> contracted(price, agreement)).orElse(""));
    }

    private static String contracted(UnitPrice price, Agreement agreement) {
        return "; contracted %s by agreement %s (%s)".formatted(
                new Usd(price.contracted().multiply(BigDecimal.valueOf(price.row().per()))), agreement.id(),
                agreement.source());
    }
}
