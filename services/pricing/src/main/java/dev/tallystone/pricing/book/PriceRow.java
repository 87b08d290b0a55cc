package dev.tallystone.pricing.book;

import dev.tallystone.invocation.ModelId.Routing;
import dev.tallystone.pricing.PriceKey;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One price.
 *
 * @param region
 *            source Region; empty for all
 * @param routing
 *            empty for all
 * @param measure
 *            label of a measure, or one of the constants here
 * @param above
 *            for requests whose total input exceeds so many tokens; 0 for the others
 * @param variant
 *            of images, {@code *} for any part; empty for all
 * @param per
 *            so many tokens, images or hours
 * @param perUnit
 *            the same as written, such as {@code 1M tokens}
 * @param until
 *            first moment at which it no longer holds
 * @param certainUntil
 *            first moment at which it may hold no longer: costs after it are shown as uncertain
 */
public record PriceRow(String model, Optional<String> region, Optional<Routing> routing, PricingOption option,
        String measure, long above, String variant, long per, String perUnit, Usd usd, Instant from, Instant until,
        Instant certainUntil, String source, Evidence evidence, String note) {

    /** The measure of provisioned units. */
    public static final String MODEL_UNIT = "model_unit";
    /** A thousand reserved input tokens a minute, for an hour. */
    public static final String RESERVED_INPUT = "reserved_input";
    /** A thousand reserved output tokens a minute, for an hour. */
    public static final String RESERVED_OUTPUT = "reserved_output";
    /** What is paid by the hour, used or not. */
    public static final List<String> BY_THE_HOUR = List.of(MODEL_UNIT, RESERVED_INPUT, RESERVED_OUTPUT);
    /** Keeping one custom model for a month. */
    public static final String MODEL_STORAGE = "model_storage";
    /** A custom model unit of an imported model, for a minute. */
    public static final String IMPORT_UNIT = "import_unit";

    /** For one token, image or hour. */
    public BigDecimal usdPerUnit() {
        return usd.amount().divide(BigDecimal.valueOf(per)); // powers of ten, so exact
    }

    /** What it is a price of, apart from amount and time: two rows of one place must not hold at once. */
    public List<Object> place() {
        return List.of(model, region, routing, option, measure, above, variant);
    }

    /** Whether its source vouches for it at a time. */
    public boolean isCertainAt(Instant at) {
        return at.isBefore(certainUntil);
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
