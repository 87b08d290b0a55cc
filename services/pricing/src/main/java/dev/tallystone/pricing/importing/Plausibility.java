package dev.tallystone.pricing.importing;

import dev.tallystone.invocation.Measure;
import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a price can be right. AWS's lists have errors: what looks like one is shown apart, with its reason. */
final class Plausibility {

    /** What changes more at once is rather an error of unit. */
    static final BigDecimal JUMP = BigDecimal.TEN;
    /** Regions differ by less than half; what differs more than this from the middle one is rather an error. */
    static final BigDecimal APART = BigDecimal.valueOf(5);

    private final PresentPrices present;
    private final Instant now;
    private final Map<List<Object>, List<PriceRow>> listed;

    Plausibility(PresentPrices present, List<Candidate> candidates, Instant now) {
        this.present = present;
        this.now = now;
        this.listed = candidates.stream().map(Candidate::price).collect(Collectors.groupingBy(Plausibility::kind));
    }

    private static List<Object> kind(PriceRow row) {
        return List.of(row.model(), row.option(), row.measure(), row.above(), row.variant(), isGlobal(row));
    }

    private static boolean isGlobal(PriceRow row) {
        return row.routing().filter(routing -> routing == Routing.GLOBAL).isPresent();
    }

    /** Why a price looks wrong; empty if it does not. */
    List<String> doubts(PriceRow row, List<PriceRow> today) {
        var doubts = new ArrayList<String>();
        if (row.usd().amount().signum() == 0) {
            doubts.add("the price is zero");
        }
        for (PriceRow before : today) {
            if (isApart(row.usdPerUnit(), before.usdPerUnit(), JUMP)) {
                doubts.add("ten-fold jump: %s per %s, the book says %s".formatted(row.usd(), row.perUnit(),
                        amount(before, row)));
            }
        }
        addRelations(row, doubts);
        middleOfNeighbours(row).filter(middle -> isApart(row.usdPerUnit(), middle, APART))
                .ifPresent(middle -> doubts.add("%s per %s, in other Regions about %s".formatted(row.usd(),
                        row.perUnit(), new Usd(middle.multiply(BigDecimal.valueOf(row.per()))))));
        return doubts;
    }

    private void addRelations(PriceRow row, List<String> doubts) {
        if (row.option() == PricingOption.BATCH || row.option() == PricingOption.FLEX) {
            doubtIf(row, with(row, PricingOption.ON_DEMAND, row.measure(), row.above()), "dearer than on demand",
                    doubts,
                    sign -> sign > 0);
        }
        if (row.measure().equals(Measure.CACHE_READ.label())) {
            doubtIf(row, with(row, row.option(), Measure.INPUT.label(), row.above()), "dearer than uncached input",
                    doubts, sign -> sign > 0);
        }
        if (row.above() > 0) {
            doubtIf(row, with(row, row.option(), row.measure(), 0), "cheaper than short requests", doubts,
                    sign -> sign < 0);
        }
    }

    private void doubtIf(PriceRow row, PriceRow other, String what, List<String> doubts, Predicate<Integer> wrong) {
        today(other).filter(known -> wrong.test(row.usdPerUnit().compareTo(known.usdPerUnit())))
                .ifPresent(known -> doubts.add("%s: %s per %s against %s".formatted(what, row.usd(), row.perUnit(),
                        amount(known, row))));
    }

    /** What the list says of a place, else what the book does. */
    private Optional<PriceRow> today(PriceRow asked) {
        return Stream.concat(listed.getOrDefault(kind(asked), List.of())
                .stream()
                .filter(row -> row.place().equals(asked.place())), present.of(asked, now).stream()).findFirst();
    }

    private Optional<BigDecimal> middleOfNeighbours(PriceRow row) {
        Stream<PriceRow> inBook = present.alike(row)
                .stream()
                .filter(other -> kind(other).equals(kind(row)) && other.region().isPresent()
                        && !now.isBefore(other.from()) && now.isBefore(other.until()));
        List<BigDecimal> others = Stream.concat(listed.getOrDefault(kind(row), List.of()).stream(), inBook)
                .filter(other -> !other.region().equals(row.region()))
                .map(PriceRow::usdPerUnit)
                .sorted()
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(others.size() / 2));
    }

    private static boolean isApart(BigDecimal one, BigDecimal other, BigDecimal factor) {
        return one.signum() != 0 && other.signum() != 0
                && (one.compareTo(other.multiply(factor)) >= 0 || other.compareTo(one.multiply(factor)) >= 0);
    }

    private static Usd amount(PriceRow of, PriceRow inUnitOf) {
        return new Usd(of.usdPerUnit().multiply(BigDecimal.valueOf(inUnitOf.per())));
    }

    private static PriceRow with(PriceRow row, PricingOption option, String measure, long above) {
        return new PriceRow(row.model(), row.region(), row.routing(), option, measure, above, row.variant(), row.per(),
                row.perUnit(), row.usd(), row.from(), row.until(), row.certainUntil(), row.source(), row.evidence(),
                "");
    }
}
