package dev.tallystone.pricing.book;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One price.
 *
 * @param region
 *            source Region; empty for all
 * @param routing
 *            empty for all
 * @param measure
 *            label of a measure, or {@code model_unit}
 * @param above
 *            for requests whose total input exceeds so many tokens; 0 for the others
 * @param variant
 *            of images, {@code *} for any part; empty for all
 * @param per
 *            so many tokens, images or hours
 * @param until
 *            first moment at which it no longer holds
 * @param note
 *            begins with {@code uncertain} where the price is
 */
public record PriceRow(String model, Optional<String> region, Optional<Routing> routing, PricingOption option,
        String measure, long above, String variant, long per, Usd usd, Instant from, Instant until, String source,
        String note) {

    /** The measure of provisioned units. */
    public static final String MODEL_UNIT = "model_unit";

    /** For one token, image or hour. */
    public BigDecimal usdPerUnit() {
        return usd.amount().divide(BigDecimal.valueOf(per)); // powers of ten, so exact
    }

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    boolean matches(PriceKey key) {
        boolean rightRegion = region.isEmpty() || region.get().equals(key.region());
        boolean rightRouting = routing.isPresent()
                ? routing.get() == key.routing()
                : region.isEmpty() || key.routing() != Routing.GLOBAL;
        return rightRegion && rightRouting && matchesVariant(key.variant());
    }

    private boolean matchesVariant(String actual) {
        if (variant.isEmpty()) {
            return true;
        }
        String[] wanted = variant.split("/", -1);
        String[] given = actual.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("*") && (i >= given.length || !wanted[i].equals(given[i]))) {
                return false;
            }
        }
        return true;
    }

    /** A row that names more is the better match. */
    int specificity() {
        long variantParts = variant.isEmpty()
                ? 0
                : Arrays.stream(variant.split("/", -1)).filter(part -> !part.equals("*")).count();
        return (region.isPresent() ? 2 : 0) + (routing.isPresent() ? 1 : 0) + 4 * (int) variantParts;
    }
}
