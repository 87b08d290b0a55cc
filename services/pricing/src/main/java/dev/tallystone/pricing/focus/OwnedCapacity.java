package dev.tallystone.pricing.focus;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.book.PriceBook;
import dev.tallystone.pricing.book.PriceRow;

/**
 * Model units or a reserved block, paid by the hour, used or not.
 *
 * @param id
 *            unique at AWS, such as the provisioned model's ARN
 * @param name
 *            what its owner calls it
 * @param term
 *            of provisioned or reserved capacity
 * @param measure
 *            {@link PriceRow#MODEL_UNIT}, {@link PriceRow#RESERVED_INPUT} or {@link PriceRow#RESERVED_OUTPUT}
 * @param routing
 *            {@code in_region}, {@code geo} or {@code global} of what is reserved; {@code ""} for model units, which
 *            have none
 * @param rate
 *            what one costs an hour
 */
public record OwnedCapacity(String id, String name, String account, String region, PriceBook.Model model,
        PricingOption term, String measure, String routing, Rate rate) {

    public OwnedCapacity {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("owned capacity needs id and name, not '%s' and '%s'"
                    .formatted(id, name));
        }
        boolean fits = term.isProvisioned()
                ? measure.equals(PriceRow.MODEL_UNIT)
                : PricingOption.RESERVED.contains(term)
                        && (measure.equals(PriceRow.RESERVED_INPUT) || measure.equals(PriceRow.RESERVED_OUTPUT));
        if (!fits) {
            throw new IllegalArgumentException(
                    "%s owned as %s under %s: model_unit goes with a provisioned term, reserved_* with a reserved one"
                            .formatted(name, measure, term.label()));
        }
    }

    /** Whether its owner is bound: units without a term can be given back at any hour. */
    public boolean isCommitment() {
        return term != PricingOption.PROVISIONED_NONE;
    }

    /** Whether the months are paid ahead; otherwise the hours as they pass. */
    public boolean isPaidAhead() {
        return !term.isProvisioned();
    }

    Sku sku() {
        return new Sku(model.id(), measure, term, region, routing, 0, "");
    }

    PricingUnit unit() {
        return PricingUnit.ofCapacity(measure).orElseThrow();
    }

    /** FOCUS's CommitmentDiscountType. */
    String type() {
        return term.isProvisioned() ? "Provisioned Throughput" : "Reserved Tier";
    }

    /** How much of these counts is what its hours serve: images of a model that draws, else tokens. */
    public long served(Quantities quantities) {
        return serves() == PricingUnit.IMAGES ? quantities.get(Measure.IMAGES) : quantities.tokens();
    }

    /** What its hours serve. */
    PricingUnit serves() {
        return model.kind().equals("image") ? PricingUnit.IMAGES : PricingUnit.TOKENS;
    }
}
