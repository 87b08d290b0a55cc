package dev.tallystone.pricing.rule;

import dev.tallystone.invocation.Measure;
import dev.tallystone.metering.Quantities;
import dev.tallystone.pricing.Usd;
import java.util.List;

/** Busy minutes, each with what it costs per use: of prompt, of cache reads, of the rest. */
final class Minutes {

    private Minutes() {}

    static Traffic.Minute of(long requests, long input, long output, String prompt, String rest) {
        Quantities quantities = Quantities.of(Measure.REQUESTS, requests)
                .plus(Quantities.of(Measure.INPUT, input))
                .plus(Quantities.of(Measure.OUTPUT, output));
        return new Traffic.Minute(quantities, Usd.of(prompt), Usd.ZERO, Usd.of(rest));
    }

    /** The same with tokens that were read from a cache. */
    static Traffic.Minute cached(Traffic.Minute minute, long tokens, String usd) {
        return new Traffic.Minute(minute.quantities().plus(Quantities.of(Measure.CACHE_READ, tokens)), minute.prompt(),
                Usd.of(usd), minute.rest());
    }

    static Traffic traffic(long minutes, Traffic.Minute... busy) {
        return new Traffic(List.of(busy), minutes);
    }
}
