package dev.tallystone.pricing;

import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Eligibility.Verdict;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Prices cells. Time is cut into epochs, within which no price and no name changes; counts of one cell and epoch are
 * priced in one multiplication. Remembers what it has looked up. One thread.
 */
public final class Pricer {

    private record Lookup(PriceKey key, PricingOption option, int epoch) {}

    private record Naming(Cell cell, int epoch) {}

    private static final Costing FREE = new Costing.Priced(Usd.ZERO);
    private static final int MAX_REMEMBERED = 200_000;

    private final PriceBook book;
    private final ModelNames names;
    private final Agreements agreements;
    private final Eligibility eligibility;
    private final long[] epochStarts;
    private final Map<Lookup, UnitPrices> prices = new HashMap<>();
    private final Map<Lookup, Verdict> verdicts = new HashMap<>();
    private final Map<Naming, Usage> usages = new HashMap<>();

    /** At list prices. */
    public Pricer(PriceBook book, ModelNames names) {
        this(book, names, Agreements.NONE);
    }

    public Pricer(PriceBook book, ModelNames names, Agreements agreements) {
        this(book, names, agreements, List.of());
    }

    /** Cuts epochs also where another book changes, so that both books may price the same sums. */
    public Pricer(PriceBook book, ModelNames names, Agreements agreements, List<Instant> alsoCutAt) {
        this.book = book;
        this.names = names;
        this.agreements = agreements;
        this.eligibility = new Eligibility(book);
        this.epochStarts = Stream
                .of(book.changes().stream(), names.changes().stream(), agreements.changes(), alsoCutAt.stream())
                .flatMap(Function.identity())
                .filter(change -> change.isAfter(Instant.MIN) && change.isBefore(Instant.MAX))
                .mapToLong(Instant::toEpochMilli)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The book that it looks into. */
    public PriceBook book() {
        return book;
    }

    /** What was negotiated. */
    public Agreements agreements() {
        return agreements;
    }

    /** The base model that a called id or ARN stood for at a time, or the text itself while nothing says so. */
    public String baseModel(String called, Instant at) {
        return names.baseModel(called, at).orElse(called);
    }

    /** The epoch of an event time. */
    public int epochOf(long occurredAtMs) {
        int index = Arrays.binarySearch(epochStarts, occurredAtMs);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** The first moment of an epoch. */
    public Instant momentOf(int epoch) {
        return epoch == 0 ? Instant.EPOCH : Instant.ofEpochMilli(epochStarts[epoch - 1]);
    }

    /** Behind the last moment of an epoch; of the last one, the end of time. */
    public Instant endOf(int epoch) {
        return epoch < epochStarts.length ? Instant.ofEpochMilli(epochStarts[epoch]) : Instant.MAX;
    }

    /** How a cell's calls of one epoch are named and were bought. */
    public Usage usage(Cell cell, int epoch) {
        forgetIfLarge(usages);
        return usages.computeIfAbsent(new Naming(cell, epoch), _ -> names.resolve(cell, momentOf(epoch)));
    }

    /**
     * What this was charged: by the mode in which it was bought. Calls on owned units cost no tokens, only what a
     * guardrail asks; calls that it blocked cost that alone, whatever the model and mode.
     */
    public Costing charge(Usage usage, Quantities quantities, int epoch) {
        if (usage.mode() == Mode.PROVISIONED || isOfGuardrailsAlone(usage, quantities)) {
            return guardrails(usage, quantities, epoch);
        }
        return usage.mode()
                .tokenPrices()
                .map(option -> cost(usage, option, quantities, epoch))
                .orElseGet(() -> unpriced(usage, quantities, noTokenPrices(usage.mode())));
    }

    private static boolean isOfGuardrailsAlone(Usage usage, Quantities quantities) {
        return !isUnknown(usage, quantities) && UnitPrices.isCharged(quantities)
                && UnitPrices.OF_MODELS.stream().allMatch(measure -> quantities.get(measure) == 0);
    }

    private static String noTokenPrices(Mode mode) {
        return mode == Mode.RESERVED
                ? "calls of the reserved tier: their block pays, but for what exceeds it, and no log says how much that is"
                : "no prices of mode " + mode.label();
    }

    private Costing guardrails(Usage usage, Quantities quantities, int epoch) {
        return chargedPrices(usage, epoch).cost(quantities, UnitPrices.OF_GUARDRAILS);
    }

    /**
     * The prices by which calls are charged. Owned units, modes without prices and unnamed models leave guardrails'.
     */
    public UnitPrices chargedPrices(Usage usage, int epoch) {
        return usage.mode()
                .tokenPrices()
                .flatMap(option -> usage.priceKey().map(key -> unitPrices(key, option, epoch)))
                .orElseGet(() -> unitPrices(
                        new PriceKey(PriceBook.GUARDRAILS, usage.cell().region(), Routing.IN_REGION, 0, ""),
                        PricingOption.ON_DEMAND, epoch));
    }

    /** What the same counts would cost by an option that charges tokens and images, if it can be bought. */
    public Costing quote(Usage usage, PricingOption option, Quantities quantities, int epoch) {
        return usage.priceKey()
                .flatMap(key -> refusal(verdict(key, option, usage.custom(), epoch)))
                .filter(_ -> UnitPrices.isCharged(quantities))
                .<Costing>map(why -> new Costing.Unpriced(List.of(why)))
                .orElseGet(() -> cost(usage, option, quantities, epoch));
    }

    private static Optional<String> refusal(Verdict verdict) {
        return switch (verdict) {
            case Eligibility.Sold _ -> Optional.empty();
            case Eligibility.Refused refused -> Optional.of(refused.sentence());
        };
    }

    /** Whether AWS sells this by an option at the begin of an epoch. */
    public Verdict verdict(PriceKey key, PricingOption option, boolean custom, int epoch) {
        if (custom) {
            return eligibility.of(key, option, true, momentOf(epoch));
        }
        forgetIfLarge(verdicts);
        return verdicts.computeIfAbsent(new Lookup(key, option, epoch),
                _ -> eligibility.of(key, option, false, momentOf(epoch)));
    }

    private Costing cost(Usage usage, PricingOption option, Quantities quantities, int epoch) {
        if (isUnknown(usage, quantities)) {
            return new Costing.Unpriced(List.of("unknown quantity"));
        }
        if (usage.custom()) {
            return unpriced(usage, quantities, "a custom model is sold by the unit alone");
        }
        return usage.priceKey()
                .map(key -> unitPrices(key, option, epoch).cost(quantities))
                .orElseGet(() -> unpriced(usage, quantities, "unresolved model"));
    }

    /** What has no price, unless nothing of it is charged. */
    private static Costing unpriced(Usage usage, Quantities quantities, String why) {
        return isUnknown(usage, quantities) || UnitPrices.isCharged(quantities)
                ? new Costing.Unpriced(List.of(why))
                : FREE;
    }

    /** Only of calls: where a cell had none, nothing is unknown. */
    private static boolean isUnknown(Usage usage, Quantities quantities) {
        return Caveat.QUANTITY_UNKNOWN.in(usage.cell().caveats()) && quantities.get(Measure.REQUESTS) != 0;
    }

    /** What each unit costs its buyer in an epoch. Empty when the option is not sold. */
    public UnitPrices unitPrices(PriceKey key, PricingOption option, int epoch) {
        forgetIfLarge(prices);
        return prices.computeIfAbsent(new Lookup(key, option, epoch),
                _ -> book.unitPrices(key, option, momentOf(epoch))
                        .under(agreements, book, momentOf(epoch)));
    }

    /** What one unit costs its buyer an hour under a term, if the book has a price. */
    public Optional<Usd> unitHour(PriceKey key, PricingOption term, Instant at) {
        return hourly(key, term, PriceRow.MODEL_UNIT, at).map(price -> new Usd(price.contracted()));
    }

    /** What a thousand reserved tokens a minute, of input or output, cost their buyer an hour. */
    public Optional<Usd> reservedStep(PriceKey key, PricingOption term, String direction, Instant at) {
        return hourly(key, term, direction, at).map(price -> new Usd(price.contracted()));
    }

    /** Every price that an option rests on, in a stable order; those of guardrails are no option's. */
    public List<UnitPrice> pricesOf(PriceKey key, PricingOption option, int epoch) {
        return option.isPerUse()
                ? UnitPrices.OF_MODELS.stream()
                        .map(unitPrices(key, option, epoch).byMeasure()::get)
                        .filter(Objects::nonNull)
                        .toList()
                : PriceRow.BY_THE_HOUR.stream()
                        .flatMap(measure -> hourly(key, option, measure, momentOf(epoch)).stream())
                        .toList();
    }

    private Optional<UnitPrice> hourly(PriceKey key, PricingOption option, String measure, Instant at) {
        return book.row(key, option, measure, at)
                .map(row -> agreements.applyTo(UnitPrice.atList(row, row.isCertainAt(at)), book.seller(row.model()),
                        at));
    }

    private static void forgetIfLarge(Map<?, ?> remembered) {
        if (remembered.size() > MAX_REMEMBERED) {
            remembered.clear();
        }
    }
}
