package dev.tallystone.pricing;

import dev.tallystone.invocation.Caveat;
import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.book.PriceBook;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final long[] epochStarts;
    private final Map<Lookup, UnitPrices> prices = new HashMap<>();
    private final Map<Naming, Usage> usages = new HashMap<>();

    public Pricer(PriceBook book, ModelNames names) {
        this.book = book;
        this.names = names;
        this.epochStarts = Stream.concat(book.changes().stream(), names.changes().stream())
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

    /** The base model that a called id or ARN stood for at a time, or the text itself while nothing says so. */
    public String baseModel(String called, Instant at) {
        return names.baseModel(called, at).orElse(called);
    }

    /** The epoch of an event time. */
    public int epochOf(long occurredAtMs) {
        int index = Arrays.binarySearch(epochStarts, occurredAtMs);
        return index >= 0 ? index + 1 : -index - 1;
    }

    private Instant momentOf(int epoch) {
        return epoch == 0 ? Instant.EPOCH : Instant.ofEpochMilli(epochStarts[epoch - 1]);
    }

    /** How a cell's calls of one epoch are named and were bought. */
    public Usage usage(Cell cell, int epoch) {
        forgetIfLarge(usages);
        return usages.computeIfAbsent(new Naming(cell, epoch), _ -> names.resolve(cell, momentOf(epoch)));
    }

    /** What this was charged: by the mode in which it was bought. Calls on owned units cost no tokens. */
    public Costing charge(Usage usage, Quantities quantities, int epoch) {
        if (usage.mode() == Mode.PROVISIONED) {
            return FREE;
        }
        return usage.mode()
                .tokenPrices()
                .map(option -> quote(usage, option, quantities, epoch))
                .orElseGet(() -> unpriced(usage, quantities, "no prices of mode " + usage.mode().label()));
    }

    /** What the same counts would cost by an option that charges tokens and images. */
    public Costing quote(Usage usage, PricingOption option, Quantities quantities, int epoch) {
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

    /** Whether the book has a token or image price of this option. */
    public boolean isSold(PriceKey key, PricingOption option, int epoch) {
        return unitPrices(key, option, epoch).isSold();
    }

    private UnitPrices unitPrices(PriceKey key, PricingOption option, int epoch) {
        forgetIfLarge(prices);
        return prices.computeIfAbsent(new Lookup(key, option, epoch),
                lookup -> book.unitPrices(key, option, momentOf(epoch)));
    }

    /** What one unit costs an hour under a term, if it is sold. */
    public Optional<Usd> unitHour(PriceKey key, PricingOption term, Instant at) {
        return book.unitHour(key, term, at);
    }

    private static void forgetIfLarge(Map<?, ?> remembered) {
        if (remembered.size() > MAX_REMEMBERED) {
            remembered.clear();
        }
    }
}
