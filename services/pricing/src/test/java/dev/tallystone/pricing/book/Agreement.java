package dev.tallystone.pricing.book;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.book.Published.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a book says what somebody else's table says, and why not. */
final class Agreement {

    /** The better first. Those with a reason are not found by arithmetic: a file names them. */
    enum Kind {
        MATCHED,
        NO_PRICE_STATED,
        ROUNDED,
        CHANGED_SINCE,
        REGION_LOST,
        AGGREGATED,
        DISPUTED,
        NOT_MEASURED,
        LEFT_OUT,
        MODEL_ABSENT,
        UNEXPLAINED
    }

    /** A kind, and the reason where a file names one. */
    record Judgement(Kind kind, String reason) {}

    private final PriceBook book;
    private final Instant at;
    private final Map<String, String> names;
    private final Map<String, Judgement> reasons;

    /**
     * For a table of some day.
     *
     * @param names
     *            model ids by the names of the table
     * @param reasons
     *            why a name is absent or its figures differ
     */
    Agreement(PriceBook book, Instant at, Map<String, String> names, Map<String, Judgement> reasons) {
        this.book = book;
        this.at = at;
        this.names = Map.copyOf(names);
        this.reasons = Map.copyOf(reasons);
    }

    /** As its worst figure. */
    Judgement judge(Published row) {
        if (row.figures().isEmpty()) {
            return new Judgement(Kind.NO_PRICE_STATED, "");
        }
        String model = names.get(row.name());
        if (model == null) {
            return reasons.getOrDefault(row.name(), new Judgement(Kind.UNEXPLAINED, "name not known"));
        }
        Kind worst = row.figures()
                .stream()
                .map(figure -> kind(figure, model, row))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return worst == Kind.UNEXPLAINED
                ? reasons.getOrDefault(row.name(), new Judgement(worst, ""))
                : new Judgement(worst, "");
    }

    private Kind kind(Figure figure, String model, Published row) {
        if (figure.measures().isEmpty()) {
            return Kind.NOT_MEASURED;
        }
        List<PriceRow> candidates = book.rows()
                .stream()
                .filter(price -> isCandidate(price, figure, model, row))
                .toList();
        Optional<PriceRow> held = candidates.stream()
                .filter(price -> price.holdsAt(at))
                .max(Comparator.comparingInt(PriceRow::specificity));
        if (row.region().isPresent() && held.isPresent()) {
            candidates = without(candidates, held.get());
            if (same(held.get(), figure)) {
                return Kind.MATCHED;
            }
        } else if (candidates.stream().anyMatch(price -> same(price, figure))) {
            return Kind.MATCHED;
        }
        if (row.region().isPresent() && candidates.stream().anyMatch(price -> same(price, figure))) {
            return Kind.CHANGED_SINCE;
        }
        return candidates.stream().anyMatch(price -> rounds(price, figure)) ? Kind.ROUNDED : Kind.UNEXPLAINED;
    }

    private static List<PriceRow> without(List<PriceRow> rows, PriceRow one) {
        return rows.stream().filter(row -> !row.equals(one)).toList();
    }

    private static boolean isCandidate(PriceRow price, Figure figure, String model, Published row) {
        boolean rightModel = price.model().equals(model)
                || (figure.measures().contains(PriceRow.MODEL_STORAGE)
                        && price.measure().equals(PriceRow.MODEL_STORAGE));
        boolean rightPlace = row.region()
                .map(region -> price
                        .matches(new PriceKey(model, region, row.routing().orElse(Routing.IN_REGION), 0, "")))
                .orElseGet(() -> row.routing().isEmpty() || price.routing().isEmpty()
                        || price.routing().equals(row.routing()));
        return rightModel && rightPlace && price.above() == 0 && figure.options().contains(price.option())
                && figure.measures().contains(price.measure());
    }

    private static boolean same(PriceRow price, Figure figure) {
        return price.usdPerUnit().compareTo(figure.usdPerUnit()) == 0;
    }

    /** The finer of both, cut to the decimals of the other. */
    private static boolean rounds(PriceRow price, Figure figure) {
        BigDecimal ours = price.usdPerUnit().multiply(BigDecimal.valueOf(figure.per())).stripTrailingZeros();
        BigDecimal theirs = figure.usd().stripTrailingZeros();
        int scale = Math.max(0, Math.min(ours.scale(), figure.usd().scale()));
        return ours.setScale(scale, RoundingMode.HALF_UP).compareTo(theirs.setScale(scale, RoundingMode.HALF_UP)) == 0;
    }
}
