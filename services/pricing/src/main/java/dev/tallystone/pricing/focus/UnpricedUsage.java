package dev.tallystone.pricing.focus;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Mode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Usage that has no price. FOCUS allows no cost to be null and 0 would be a lie, so it is no row: it stands in a file
 * of its own.
 *
 * @param model
 *            id or ARN as called: any text
 * @param why
 *            such as {@code no price of output}; one or more
 */
public record UnpricedUsage(ChargePeriod period, String account, String region, String model, Mode mode,
        Quantities quantities, List<String> why, Tags tags) {

    public UnpricedUsage {
        why = List.copyOf(why);
        if (why.isEmpty() || why.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("unpriced usage of %s must say why, not %s".formatted(model, why));
        }
    }

    /** How many calls it was. */
    long requests() {
        return quantities.get(Measure.REQUESTS);
    }

    /** The reasons in one line. */
    String reason() {
        return String.join("; ", why);
    }

    /** What would be charged, by label. */
    Map<String, Long> charged() {
        var charged = new TreeMap<String, Long>();
        for (Measure measure : Measure.ALL) {
            if (PricingUnit.of(measure).isPresent() && quantities.get(measure) != 0) {
                charged.put(measure.label(), quantities.get(measure));
            }
        }
        return charged;
    }
}
