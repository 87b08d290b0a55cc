package dev.tallystone.board.why;

import dev.tallystone.board.why.Change.LeftOut;
import dev.tallystone.invocation.Measure;
import dev.tallystone.pricing.Costing;
import dev.tallystone.pricing.Usage;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps what has a price, and leaves out the rest with its like in the other period: had only one of them no price, the
 * other's cost would look like a rise. Alike is what has the same model, be it as called or as resolved, at the same
 * place.
 */
final class Screen {

    /** An entry that is compared, and what it was charged. */
    record Charged(Entry entry, Usd usd) {}

    private record Spot(String model, Place.Route route, int context, String variant, Measure measure) {}

    private record Reason(String model, String why) {}

    private static final String UNPRICED_IN_THE_OTHER = "priced, but its like in the other period is not";

    private final Set<Spot> withoutPrice = new HashSet<>();
    private final Map<Reason, Ratio> leftOut = new TreeMap<>(
            Comparator.comparing(Reason::model).thenComparing(Reason::why));
    private final List<Charged> before;
    private final List<Charged> after;

    Screen(Period before, Period after) {
        Stream.concat(before.entries().stream(), after.entries().stream()).forEach(this::findMissing);
        this.before = kept(before, true);
        this.after = kept(after, false);
    }

    List<Charged> before() {
        return before;
    }

    List<Charged> after() {
        return after;
    }

    List<LeftOut> leftOut() {
        return leftOut.entrySet()
                .stream()
                .map(each -> new LeftOut(each.getKey().model(), each.getKey().why(), each.getValue().before(),
                        each.getValue().after()))
                .toList();
    }

    private void findMissing(Entry entry) {
        if (entry.charged() instanceof Costing.Unpriced) {
            used(entry).filter(measure -> Leaf.unit(entry.prices(), entry.usage(), measure).isEmpty())
                    .forEach(measure -> withoutPrice.addAll(spots(entry.usage(), measure)));
        }
    }

    private List<Charged> kept(Period period, boolean isBefore) {
        var kept = new ArrayList<Charged>();
        for (Entry entry : period.entries()) {
            switch (entry.charged()) {
                case Costing.Unpriced(var why) -> leaveOut(entry, String.join(", ", why), isBefore);
                case Costing.Priced _ when hasUnpricedLike(entry) -> leaveOut(entry, UNPRICED_IN_THE_OTHER, isBefore);
                case Costing.Priced(var costs, _) -> kept.add(linear(entry, costs.effective()));
            }
        }
        return kept;
    }

    private boolean hasUnpricedLike(Entry entry) {
        return !withoutPrice.isEmpty() && used(entry).flatMap(measure -> spots(entry.usage(), measure).stream())
                .anyMatch(withoutPrice::contains);
    }

    private void leaveOut(Entry entry, String why, boolean isBefore) {
        var requests = isBefore ? Ratio.before(entry.requests()) : Ratio.after(entry.requests());
        leftOut.merge(new Reason(entry.usage().model(), why), requests, Ratio::plus);
    }

    private static Charged linear(Entry entry, Usd charged) {
        BigDecimal byMeasure = used(entry)
                .map(measure -> Leaf.unit(entry.prices(), entry.usage(), measure)
                        .orElse(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(entry.quantities().get(measure))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (byMeasure.compareTo(charged.amount()) != 0) {
            throw new IllegalArgumentException("prices must be linear: %s of %s cost %s, but %s measure by measure"
                    .formatted(entry.quantities(), entry.usage().model(), charged, new Usd(byMeasure)));
        }
        return new Charged(entry, charged);
    }

    private static Stream<Measure> used(Entry entry) {
        return Slice.CHARGED.stream().filter(measure -> entry.quantities().get(measure) != 0);
    }

    private static List<Spot> spots(Usage usage, Measure measure) {
        Place place = Place.of(usage);
        Place.Route called = new Place.Route(place.route().region(), Optional.empty(), usage.mode(), false);
        String variant = usage.cell().variant();
        return List.of(new Spot(usage.model(), place.route(), place.context(), variant, measure),
                new Spot(usage.cell().model(), called, place.context(), variant, measure));
    }
}
