package dev.tallystone.pricing.focus;

import dev.tallystone.pricing.Costs;
import dev.tallystone.pricing.Usd;
import dev.tallystone.pricing.book.PriceBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of what owned capacity cost over some time, mostly an hour: what was used of it, or what was not.
 *
 * @param method
 *            how used and unused were told apart, for people
 */
public record CommitmentCharge(OwnedCapacity capacity, ChargePeriod period, Part part, String method,
        Tags tags) implements PricedCharge {

    public CommitmentCharge {
        period.requireOneMonth();
        if (method.isBlank()) {
            throw new IllegalArgumentException("a part of %s must say how it was found".formatted(capacity.name()));
        }
    }

    /** Which part of it. */
    public sealed interface Part {

        /** In unit-hours, above 0. */
        BigDecimal unitHours();
    }

    /**
     * What served calls.
     *
     * @param consumed
     *            tokens or images that it served, above 0
     */
    public record Used(BigDecimal unitHours, long consumed) implements Part {

        public Used {
            requireSome(unitHours);
            if (consumed < 1) {
                throw new IllegalArgumentException("%s unit-hours cannot be used by %d tokens or images"
                        .formatted(unitHours, consumed));
            }
        }
    }

    /** What served nobody. */
    public record Unused(BigDecimal unitHours) implements Part {

        public Unused {
            requireSome(unitHours);
        }
    }

    private static void requireSome(BigDecimal unitHours) {
        if (unitHours.signum() <= 0) {
            throw new IllegalArgumentException("a part must be above 0 unit-hours, not " + unitHours);
        }
    }

    /**
     * Both parts of some time, of which one may be missing; their sum is the whole, exact.
     *
     * @param total
     *            unit-hours owned, above 0
     * @param used
     *            unit-hours used, from 0 to {@code total}
     * @param consumed
     *            tokens or images; 0 if and only if nothing was used
     * @param method
     *            how {@code used} was found, for people
     */
    public static List<CommitmentCharge> split(OwnedCapacity capacity, ChargePeriod period, BigDecimal total,
            BigDecimal used, long consumed, String method, Tags tags) {
        requireSome(total);
        if (used.signum() < 0 || used.compareTo(total) > 0 || (used.signum() == 0 && consumed != 0)) {
            throw new IllegalArgumentException("of %s unit-hours of %s, %s cannot have been used by %d"
                    .formatted(total, capacity.name(), used, consumed));
        }
        var parts = new ArrayList<CommitmentCharge>(2);
        if (used.signum() > 0) {
            parts.add(new CommitmentCharge(capacity, period, new Used(used, consumed), method, tags));
        }
        if (used.compareTo(total) < 0) {
            parts.add(new CommitmentCharge(capacity, period, new Unused(total.subtract(used)), method, tags));
        }
        return List.copyOf(parts);
    }

    @Override
    public String account() {
        return capacity.account();
    }

    @Override
    public String region() {
        return capacity.region();
    }

    @Override
    public PriceBook.Model model() {
        return capacity.model();
    }

    @Override
    public Sku sku() {
        return capacity.sku();
    }

    @Override
    public PricingUnit unit() {
        return capacity.unit();
    }

    @Override
    public Rate rate() {
        return capacity.rate();
    }

    @Override
    public BigDecimal counted() {
        return part.unitHours();
    }

    /** Effective at the contracted price; billed too, unless the month was paid ahead. */
    @Override
    public Costs costs() {
        Usd contracted = rate().contractedCost(counted());
        return new Costs(rate().listCost(counted()), contracted, contracted,
                capacity.isPaidAhead() ? Usd.ZERO : contracted);
    }
}
