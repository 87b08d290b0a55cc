package dev.tallystone.pricing.book;

import dev.tallystone.invocation.Measure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What prices are quoted per, and which of it goes with which measure. */
public final class PriceUnits {

    /** How many of the measure; powers of ten, so that a unit price is exact. */
    private static final Map<String, Long> SIZES = Map.of("1M tokens", 1_000_000L, "1K tokens", 1_000L, "image", 1L,
            "second", 1_000L, "1K queries", 1_000L, "1K text units", 1_000L, "hour", 1L, "1K TPM hour", 1L,
            "month", 1L, "minute", 1L);
    private static final Map<String, Set<String>> OF_MEASURES = ofMeasures();

    private PriceUnits() {}

    private static Map<String, Set<String>> ofMeasures() {
        var units = new TreeMap<String, Set<String>>();
        Stream.concat(Measure.PROMPT_TOKENS.stream(), Stream.of(Measure.OUTPUT))
                .forEach(tokens -> units.put(tokens.label(), new TreeSet<>(Set.of("1M tokens", "1K tokens"))));
        Stream.of(Measure.IMAGES, Measure.INPUT_IMAGES, Measure.GUARDRAIL_IMAGE)
                .forEach(images -> units.put(images.label(), Set.of("image")));
        Stream.of(Measure.GUARDRAIL_CONTENT, Measure.GUARDRAIL_TOPIC, Measure.GUARDRAIL_PII,
                Measure.GUARDRAIL_GROUNDING)
                .forEach(policy -> units.put(policy.label(), Set.of("1K text units")));
        units.put(Measure.MEDIA_MS.label(), Set.of("second"));
        units.put(Measure.RERANK_UNITS.label(), Set.of("1K queries"));
        units.put(PriceRow.MODEL_UNIT, Set.of("hour"));
        List.of(PriceRow.RESERVED_INPUT, PriceRow.RESERVED_OUTPUT)
                .forEach(reserved -> units.put(reserved, Set.of("1K TPM hour")));
        units.put(PriceRow.MODEL_STORAGE, Set.of("month"));
        units.put(PriceRow.IMPORT_UNIT, Set.of("minute"));
        return units;
    }

    /**
     * How many tokens, images or the like a quoted price is for.
     *
     * @throws IllegalArgumentException
     *             when the measure is not priced so, saying what is right
     */
    public static long sizeOf(String measure, String per) {
        Set<String> units = OF_MEASURES.get(measure);
        if (units == null) {
            throw new IllegalArgumentException(
                    "measure must be one of %s, not %s".formatted(OF_MEASURES.keySet(), measure));
        }
        Long size = SIZES.get(per);
        if (size == null || !units.contains(per)) {
            throw new IllegalArgumentException("per must be one of %s, not %s".formatted(units, per));
        }
        return size;
    }
}
