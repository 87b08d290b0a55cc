package dev.tallystone.pricing;

import dev.tallystone.metering.Cell;
import dev.tallystone.metering.Source;
import java.util.Locale;
import java.util.Optional;

/** How a call was really bought. */
public enum Mode {
    ON_DEMAND,
    BATCH,
    FLEX,
    PRIORITY,
    ULTRAFAST,
    LATENCY_OPTIMIZED,
    PROVISIONED,
    RESERVED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in metrics and on the page. */
    public String label() {
        return label;
    }

    /**
     * From what the records state. The log names no tier for InvokeModel (the header is not logged), so absent is taken
     * as standard.
     */
    static Mode of(Cell cell, boolean provisionedModel) {
        if (provisionedModel) {
            return PROVISIONED;
        }
        if (cell.source() == Source.BATCH_OUTPUT) {
            return BATCH;
        }
        return switch (cell.tier()) {
            case "flex" -> FLEX;
            case "priority" -> PRIORITY;
            case "ultrafast" -> ULTRAFAST;
            case "reserved" -> RESERVED;
            case "batch" -> BATCH;
            default -> cell.performance().equals("optimized") ? LATENCY_OPTIMIZED : ON_DEMAND;
        };
    }

    /** The option by whose prices tokens of this mode are charged; none where they are paid otherwise. */
    public Optional<PricingOption> tokenPrices() {
        return switch (this) {
            case ON_DEMAND -> Optional.of(PricingOption.ON_DEMAND);
            case BATCH -> Optional.of(PricingOption.BATCH);
            case FLEX -> Optional.of(PricingOption.FLEX);
            case PRIORITY -> Optional.of(PricingOption.PRIORITY);
            case LATENCY_OPTIMIZED -> Optional.of(PricingOption.LATENCY_OPTIMIZED);
            case ULTRAFAST, PROVISIONED, RESERVED -> Optional.empty();
        };
    }
}
