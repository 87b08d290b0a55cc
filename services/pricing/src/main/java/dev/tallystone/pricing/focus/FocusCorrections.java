package dev.tallystone.pricing.focus;

import static dev.tallystone.pricing.focus.FocusColumn.*;

import dev.tallystone.pricing.focus.FocusRow.Draft;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a closed month should have said more or less, as rows of an open one. FOCUS 1.2 gives them ChargeClass
 * {@code Correction}, and lets their prices and consumed quantities be null, so that they need not multiply.
 */
public final class FocusCorrections {

    /** Rows that agree in these are corrected together; whether an owned hour was used changes nothing in a sum. */
    private static final List<FocusColumn> PLACE = List.of(SUB_ACCOUNT_ID, REGION_ID, RESOURCE_ID, SKU_PRICE_ID,
            CHARGE_CATEGORY, CAPACITY_RESERVATION_ID, COMMITMENT_DISCOUNT_ID, X_ROUTING, TAGS);
    private static final List<FocusColumn> SUMMED = List.of(LIST_COST, CONTRACTED_COST, EFFECTIVE_COST, BILLED_COST,
            PRICING_QUANTITY);

    /** How much later rows differ from the closed ones at one place. */
    private static final class Difference {

        private final Map<FocusColumn, BigDecimal> sums = new EnumMap<>(FocusColumn.class);
        private FocusRow like;

        Difference(FocusRow like) {
            this.like = like;
        }

        void add(FocusRow row, boolean closed) {
            like = closed ? like : row;
            SUMMED.forEach(column -> {
                BigDecimal number = row.decimal(column).orElse(BigDecimal.ZERO);
                sums.merge(column, closed ? number.negate() : number, BigDecimal::add);
            });
        }

        boolean isNone() {
            return sums.values().stream().allMatch(sum -> sum.signum() == 0);
        }
    }

    private FocusCorrections() {}

    /**
     * One row for each place where the two differ.
     *
     * @param closed
     *            rows of {@code month} as they were signed, with corrections that were signed later
     * @param now
     *            rows of the same month as they would be today
     * @param why
     *            for people
     * @throws IllegalArgumentException
     *             when it would be billed in the same month or before
     */
    public static List<FocusRow> of(YearMonth month, List<FocusRow> closed, List<FocusRow> now, YearMonth billedIn,
            String why) {
        if (!billedIn.isAfter(month)) {
            throw new IllegalArgumentException("%s is corrected in a later month, not in %s".formatted(month,
                    billedIn));
        }
        var places = new LinkedHashMap<List<Object>, Difference>();
        now.forEach(row -> places.computeIfAbsent(place(row), _ -> new Difference(row)).add(row, false));
        closed.forEach(row -> places.computeIfAbsent(place(row), _ -> new Difference(row)).add(row, true));
        return places.values()
                .stream()
                .filter(difference -> !difference.isNone())
                .map(difference -> row(difference, month, billedIn, why))
                .toList();
    }

    private static List<Object> place(FocusRow row) {
        return PLACE.stream().map(column -> row.value(column).orElse("")).toList();
    }

    private static FocusRow row(Difference difference, YearMonth month, YearMonth billedIn, String why) {
        ChargePeriod corrected = ChargePeriod.of(month);
        ChargePeriod billed = ChargePeriod.of(billedIn);
        Draft row = Draft.of(difference.like)
                .clear(LIST_UNIT_PRICE, CONTRACTED_UNIT_PRICE, CONSUMED_QUANTITY, CONSUMED_UNIT,
                        COMMITMENT_DISCOUNT_QUANTITY, COMMITMENT_DISCOUNT_UNIT)
                .put(CHARGE_CLASS, "Correction")
                .put(CHARGE_DESCRIPTION, "Correction of %s, %s: %s".formatted(month,
                        difference.like.value(SKU_ID).orElseThrow(), why))
                .put(CHARGE_PERIOD_START, corrected.from())
                .put(CHARGE_PERIOD_END, corrected.until())
                .put(BILLING_PERIOD_START, billed.from())
                .put(BILLING_PERIOD_END, billed.until());
        difference.sums.forEach(row::put);
        return row.build();
    }

    /** The month that a row is about, which for a correction is not the one in which it is billed. */
    public static YearMonth month(FocusRow row) {
        var begin = (Instant) row.value(CHARGE_PERIOD_START).orElseThrow();
        return YearMonth.from(begin.atZone(ZoneOffset.UTC));
    }
}
