package dev.tallystone.pricing.focus;

import dev.tallystone.invocation.Measure;
import dev.tallystone.pricing.book.PriceRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What things are priced by and counted in, in FOCUS's unit format. One pricing unit is a power of ten of what is
 * counted, so that quantities and prices convert exactly.
 */
public enum PricingUnit {
    TOKENS("1000000 Tokens", 6, "Tokens"),
    IMAGES("Images", 0, "Images"),
    MEDIA("Seconds", 3, "Milliseconds"),
    QUERIES("1000 Queries", 3, "Queries"),
    TEXT_UNITS("1000 Text Units", 3, "Text Units"),
    /** A model unit for an hour. */
    UNIT_HOURS("Unit-Hours", 0, "Unit-Hours"),
    /** A thousand tokens a minute, reserved for an hour. */
    RESERVED_HOURS("1000 TPM-Hours", 0, "1000 TPM-Hours"),
    /** A custom model for a month. */
    MODEL_MONTHS("Model-Months", 0, "Model-Months"),
    /** An import unit for a minute. */
    UNIT_MINUTES("Unit-Minutes", 0, "Unit-Minutes");

    private final String label;
    private final int digits;
    private final String consumedUnit;

    PricingUnit(String label, int digits, String consumedUnit) {
        this.label = label;
        this.digits = digits;
        this.consumedUnit = consumedUnit;
    }

    /** FOCUS's PricingUnit. */
    public String label() {
        return label;
    }

    /** FOCUS's ConsumedUnit. */
    public String consumedUnit() {
        return consumedUnit;
    }

    /** So many of what is counted, in pricing units. */
    BigDecimal quantityOf(BigDecimal counted) {
        return counted.movePointLeft(digits);
    }

    /** The price of one pricing unit, given that of one of what is counted. */
    BigDecimal priceOf(BigDecimal single) {
        return single.movePointRight(digits);
    }

    /** By which a measure is priced; empty for what is never charged, such as latencies. */
    static Optional<PricingUnit> of(Measure measure) {
        return switch (measure) {
            case INPUT, CACHE_READ, CACHE_WRITE, CACHE_WRITE_5M, CACHE_WRITE_30M, CACHE_WRITE_1H, OUTPUT ->
                Optional.of(TOKENS);
            case IMAGES, INPUT_IMAGES, GUARDRAIL_IMAGE -> Optional.of(IMAGES);
            case MEDIA_MS -> Optional.of(MEDIA);
            case RERANK_UNITS -> Optional.of(QUERIES);
            case GUARDRAIL_CONTENT, GUARDRAIL_TOPIC, GUARDRAIL_PII, GUARDRAIL_GROUNDING -> Optional.of(TEXT_UNITS);
            case REQUESTS, REASONING, MAX_TOKENS, MAX_TOKENS_COUNT, LATENCY_MS, LATENCY_COUNT -> Optional.empty();
        };
    }

    /** By which owned capacity is priced; empty for a measure that is none. */
    static Optional<PricingUnit> ofCapacity(String measure) {
        return switch (measure) {
            case PriceRow.MODEL_UNIT -> Optional.of(UNIT_HOURS);
            case PriceRow.RESERVED_INPUT, PriceRow.RESERVED_OUTPUT -> Optional.of(RESERVED_HOURS);
            default -> Optional.empty();
        };
    }

    /** By which what is kept without a term is priced; empty for a measure that is none. */
    static Optional<PricingUnit> ofKept(String measure) {
        return switch (measure) {
            case PriceRow.MODEL_STORAGE -> Optional.of(MODEL_MONTHS);
            case PriceRow.IMPORT_UNIT -> Optional.of(UNIT_MINUTES);
            default -> Optional.empty();
        };
    }
}
