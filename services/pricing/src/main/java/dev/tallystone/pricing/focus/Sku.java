package dev.tallystone.pricing.focus;

import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.book.PriceRow;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is sold, as far as its price depends on it: a place in the price book, without amount and dates. The ids are
 * ours, since AWS's stand in no invocation log.
 *
 * @param region
 *            {@code ""} for all; so are routing and variant
 * @param above
 *            for requests whose total input exceeds so many tokens
 */
public record Sku(String model, String measure, PricingOption option, String region, String routing, long above,
        String variant) {

    private static final String ANY = "any";

    static Sku of(PriceRow row) {
        return new Sku(row.model(), row.measure(), row.option(), row.region().orElse(""),
                row.routing().map(routing -> routing.name().toLowerCase(Locale.ROOT)).orElse(""), row.above(),
                row.variant());
    }

    /** FOCUS's SkuId: the parent of every price of the same thing. */
    String id() {
        return model + "/" + measure;
    }

    /** FOCUS's SkuPriceId: the same for every period and buyer. */
    String priceId() {
        return String.join("/", id(), option.label(), orAny(region), orAny(routing), "above-" + above, orAny(variant));
    }

    private static String orAny(String text) {
        return text.isEmpty() ? ANY : text;
    }

    /** FOCUS's SkuMeter, such as {@code Cache Read}. */
    String meter() {
        return title(measure, "_");
    }

    /**
     * FOCUS's SkuPriceDetails: what the price names, and nothing else. Texts alone: a number there would have to be one
     * for a single pricing unit.
     */
    Map<String, String> details() {
        var details = new TreeMap<>(Map.of("Model", model, "Measure", measure, "PricingOption", option.label()));
        String context = above == 0 ? "" : "above %d input tokens".formatted(above);
        Map.of("Region", region, "Routing", routing, "Variant", variant, "ContextClass", context)
                .forEach((key, value) -> {
                    if (!value.isEmpty()) {
                        details.put(key, value);
                    }
                });
        return details;
    }

    /** Words with capitals, such as {@code Provisioned Model}. */
    static String title(String words, String separator) {
        return Arrays.stream(words.split(separator, -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
