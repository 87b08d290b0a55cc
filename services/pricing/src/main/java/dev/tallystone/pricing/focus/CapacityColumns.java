package dev.tallystone.pricing.focus;

import static dev.tallystone.pricing.focus.FocusColumn.*;

import dev.tallystone.pricing.focus.CommitmentCharge.Unused;
import dev.tallystone.pricing.focus.CommitmentCharge.Used;
import dev.tallystone.pricing.focus.FocusRow.Draft;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * The columns that tell of owned capacity. All of it is a capacity reservation; under a term it is a commitment
 * discount too.
 */
final class CapacityColumns {

    private CapacityColumns() {}

    static Draft hours(Draft row, CommitmentCharge charge) {
        OwnedCapacity capacity = charge.capacity();
        String status = switch (charge.part()) {
            case Used _ -> "Used";
            case Unused _ -> "Unused";
        };
        putCapacity(row, capacity, charge.counted());
        switch (charge.part()) {
            case Used used -> putConsumed(row, BigDecimal.valueOf(used.consumed()), capacity.serves());
            case Unused _ -> putUnconsumed(row, capacity);
        }
        return row.put(CAPACITY_RESERVATION_STATUS, status)
                .put(COMMITMENT_DISCOUNT_STATUS, capacity.isCommitment() ? status : "")
                .put(PRICING_CATEGORY, capacity.isCommitment() ? "Committed" : "Standard")
                .put(CHARGE_CATEGORY, "Usage")
                .put(CHARGE_FREQUENCY, "Usage-Based")
                .put(X_USED_METHOD, charge.method())
                .put(CHARGE_DESCRIPTION, "%s: %s, %s part".formatted(capacity.name(), charge.sku().meter(),
                        status.toLowerCase(Locale.ROOT)));
    }

    /** Without a term, FOCUS wants a quantity even of what was not used. */
    private static void putUnconsumed(Draft row, OwnedCapacity capacity) {
        if (!capacity.isCommitment()) {
            putConsumed(row, BigDecimal.ZERO, capacity.serves());
        }
    }

    static Draft purchase(Draft row, PurchaseCharge purchase) {
        putCapacity(row, purchase.capacity(), purchase.counted());
        return row.put(CHARGE_CATEGORY, "Purchase")
                .put(CHARGE_FREQUENCY, "Recurring")
                .put(CHARGE_DESCRIPTION, "%s: %s, paid ahead".formatted(purchase.capacity().name(),
                        purchase.sku().meter()));
    }

    private static void putCapacity(Draft row, OwnedCapacity capacity, BigDecimal quantity) {
        row.put(CAPACITY_RESERVATION_ID, capacity.id()).put(X_ROUTING, capacity.routing());
        Resource.of(capacity.id())
                .ifPresent(resource -> row.put(RESOURCE_ID, resource.id())
                        .put(RESOURCE_TYPE, resource.type())
                        .put(RESOURCE_NAME, capacity.name()));
        if (capacity.isCommitment()) {
            row.put(COMMITMENT_DISCOUNT_ID, capacity.id())
                    .put(COMMITMENT_DISCOUNT_NAME, capacity.name())
                    .put(COMMITMENT_DISCOUNT_TYPE, capacity.type())
                    .put(COMMITMENT_DISCOUNT_CATEGORY, "Usage")
                    .put(COMMITMENT_DISCOUNT_QUANTITY, quantity)
                    .put(COMMITMENT_DISCOUNT_UNIT, capacity.unit().label());
        }
    }

    private static void putConsumed(Draft row, BigDecimal counted, PricingUnit unit) {
        row.put(CONSUMED_QUANTITY, counted).put(CONSUMED_UNIT, unit.consumedUnit());
    }
}
